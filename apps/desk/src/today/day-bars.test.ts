import { expect, test } from 'vitest'
import {
  axisOf,
  barsOf,
  columnCount,
  columnsOf,
  countsOf,
  densityOf,
  freeNow,
  hoursOf,
  shareOf,
} from './day-bars.ts'
import type { Day, DeskBooking, Moment, PoolOfDay, UnitOfDay } from './day.ts'
import { aBookingHere } from './testing/a-booking.ts'

const halves = [
  { from: '09:00', to: '14:00' },
  { from: '14:00', to: '19:00' },
] satisfies PoolOfDay['cells']

function aUnit(...bookings: readonly Pick<DeskBooking, 'from' | 'to'>[]): UnitOfDay {
  return {
    unitId: 'u-1',
    label: 'Postazione 1',
    isAccessible: false,
    outOfOrder: [],
    bookings: bookings.map((times, index) => aBookingHere({ bookingId: `b-${index}`, ...times })),
  }
}

const now: Moment = { isToday: true, isPast: false, nowLocal: '10:30' }

test('a place nobody holds is free in each of its cells', () => {
  expect(barsOf(aUnit(), halves, now).map((bar) => [bar.kind, bar.from])).toEqual([
    ['free', '09:00'],
    ['free', '14:00'],
  ])
})

test('a booking takes the place of its cell, and the rest stays free', () => {
  const bars = barsOf(aUnit({ from: '14:00', to: '19:00' }), halves, now)
  expect(bars.map((bar) => [bar.kind, bar.from])).toEqual([
    ['free', '09:00'],
    ['booking', '14:00'],
  ])
})

test('a place out of order is free in none of the cells it is out for, and is not counted', () => {
  const broken: UnitOfDay = { ...aUnit(), outOfOrder: [{ from: '10:10', to: '24:00' }] }
  expect(barsOf(broken, halves, now).map((bar) => [bar.kind, bar.from])).toEqual([
    ['out', '09:00'],
    ['out', '14:00'],
  ])
  const fromTwo: UnitOfDay = { ...aUnit(), outOfOrder: [{ from: '14:00', to: '24:00' }] }
  expect(barsOf(fromTwo, halves, now).map(({ kind }) => kind)).toEqual(['free', 'out'])
  const units = [broken, fromTwo]
  expect(freeNow({ poolId: 'p', name: 'P', kind: 'seats', cells: halves, units } as PoolOfDay, now)).toBe(1)
})

test('who is still at a place out of order stays on its line', () => {
  const held: UnitOfDay = {
    ...aUnit({ from: '09:00', to: '14:00' }),
    outOfOrder: [{ from: '00:00', to: '24:00' }],
  }
  expect(barsOf(held, halves, now).map(({ kind }) => kind)).toEqual(['booking', 'out'])
})

test('a booking of the whole day leaves nothing free', () => {
  expect(barsOf(aUnit({ from: '09:00', to: '19:00' }), halves, now)).toHaveLength(1)
})

test.each([
  ['before opening everything is ahead', { ...now, nowLocal: '08:00' }, ['ahead', 'ahead']],
  ['in the morning the first half is free now', now, ['now', 'ahead']],
  ['at two the first half was not used', { ...now, nowLocal: '14:00' }, ['over', 'now']],
  ['tomorrow is all ahead', { isToday: false, isPast: false, nowLocal: '18:00' }, ['ahead', 'ahead']],
  ['yesterday is over', { isToday: false, isPast: true, nowLocal: '08:00' }, ['over', 'over']],
] satisfies [string, Moment, string[]][])('%s', (_what, moment, expected) => {
  expect(barsOf(aUnit(), halves, moment).map((bar) => (bar.kind === 'free' ? bar.when : ''))).toEqual(
    expected,
  )
})

test('who changes seat at noon leaves the first one free, and has the second from then on', () => {
  const whole = { from: '09:00', to: '19:00' } as const
  const first = { ...aUnit(), bookings: [aBookingHere(whole, { to: '14:00' })] }
  const second = { ...aUnit(), bookings: [aBookingHere(whole, { from: '14:00' })] }
  const told = [first, second].map((unit) => barsOf(unit, halves, now).map(({ kind, from }) => [kind, from]))
  expect(told).toEqual([
    [
      ['booking', '09:00'],
      ['free', '14:00'],
    ],
    [
      ['free', '09:00'],
      ['booking', '14:00'],
    ],
  ])
})

test('free now counts places, not cells', () => {
  const pool = {
    poolId: 'pool-1',
    name: 'Postazioni',
    kind: 'seats',
    cells: halves,
    units: [aUnit(), aUnit({ from: '09:00', to: '14:00' }), aUnit({ from: '14:00', to: '19:00' })],
  } satisfies PoolOfDay
  expect(freeNow(pool, now)).toBe(2)
})

test('an axis of half days has whole hours at its ends and meets every edge', () => {
  const axis = axisOf({ cells: halves, units: [] })
  expect(axis).toEqual({ start: 540, end: 1140, step: 60 })
  expect(axis && columnCount(axis)).toBe(10)
  expect(axis && columnsOf(axis, { from: '14:00', to: '19:00' })).toBe('6/11')
})

test('half hours and quarters are met too', () => {
  const axis = axisOf({ cells: [{ from: '09:30', to: '10:15' }], units: [] })
  expect(axis).toEqual({ start: 540, end: 660, step: 15 })
  expect(axis && columnsOf(axis, { from: '09:30', to: '10:15' })).toBe('3/6')
})

test('a booking outside the hours of today still has its place in the drawing', () => {
  const axis = axisOf({ cells: halves, units: [aUnit({ from: '08:20', to: '09:00' })] })
  expect(axis?.start).toBe(480)
})

test('a shut pool with nobody in it has nothing to draw', () => {
  expect(axisOf({ cells: [], units: [aUnit()] })).toBeUndefined()
})

test('the present time is drawn only inside the axis', () => {
  const axis = { start: 540, end: 1140, step: 60 }
  expect(shareOf(axis, '14:00')).toBe(0.5)
  expect(shareOf(axis, '08:59')).toBeUndefined()
  expect(shareOf(axis, '19:01')).toBeUndefined()
})

test('the hour under the label of the present time is not written', () => {
  const hours = hoursOf({ start: 540, end: 1140, step: 60 }, '09:22')
  expect(hours.filter((hour) => hour.isHidden).map(({ hour }) => hour)).toEqual([9])
  expect(hours).toHaveLength(10)
})

test.each([
  ['half days have room for a name', 300, 600, 'wide'],
  ['half hours of a morning need more lines', 30, 240, 'narrow'],
  ['half hours of a whole day are a list', 30, 600, 'list'],
])('%s', (_what, minutes, across, density) => {
  const to = `${9 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` as const
  const cells = [{ from: '9:00', to: to as `${number}:${number}` }] satisfies PoolOfDay['cells']
  expect(densityOf({ start: 540, end: 540 + across, step: 30 }, { cells })).toBe(density)
})

test('who holds two places in turn is counted once', () => {
  const moved = aUnit({ from: '09:00', to: '19:00' })
  const day = {
    day: '2026-11-24',
    dayLabel: 'martedì 24 novembre',
    ...now,
    pools: [{ poolId: 'pool-1', name: 'Postazioni', kind: 'seats', cells: halves, units: [moved, moved] }],
    counts: { expected: 0, present: 0, late: 0, absent: 0 },
  } satisfies Day & Moment
  expect(countsOf(day, now)).toEqual([
    { as: 'present', count: 0 },
    { as: 'late', count: 0 },
    { as: 'expected', count: 1 },
    { as: 'missing', count: 0 },
  ])
  expect(countsOf(day, { ...now, isToday: false, isPast: true })).toEqual([
    { as: 'came', count: 0 },
    { as: 'missing', count: 1 },
  ])
})

test('on a long day the hour after the present time is still written', () => {
  const hours = hoursOf({ start: 480, end: 1320, step: 30 }, '09:25')
  expect(hours.filter((hour) => hour.isHidden).map(({ hour }) => hour)).toEqual([9])
})

test.each([
  ['while the time runs the place is free', now, ['free', 'free'], 1],
  ['once it is over the absence is told', { ...now, nowLocal: '14:30' }, ['booking', 'free'], 1],
] satisfies [string, Moment, string[], number][])(
  'whom nobody saw holds no place: %s',
  (_when, moment, kinds, free) => {
    const missed = aBookingHere({ bookingId: 'b-0', from: '09:00', to: '14:00', status: 'no-show' })
    const unit = { ...aUnit(), bookings: [missed] }
    expect(barsOf(unit, halves, moment).map(({ kind }) => kind)).toEqual(kinds)
    const walkIn = aBookingHere({ bookingId: 'b-1', from: '09:00', to: '14:00', status: 'checked-in' })
    const taken = barsOf({ ...unit, bookings: [missed, walkIn] }, halves, moment)
    expect(taken.map((bar) => (bar.kind === 'booking' ? bar.booking.bookingId : 'free'))).toEqual([
      'b-1',
      'free',
    ])
    expect(taken.filter(({ kind }) => kind === 'free')).toHaveLength(free)
  },
)
