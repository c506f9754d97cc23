import { describe, expect, test } from 'vitest'
import { aCalendar, aClosure, aPool } from './booking-fixtures.ts'
import { decidePeriod, poolHoursOn } from './booking-period.ts'
import { refusalOfChange, takesTime } from './decide-change.ts'
import type { ChangeRefusal } from './decide-change.ts'
import { instantsOf } from './opening-hours.ts'
import type { Cell, OpeningChange } from './opening-hours.ts'
import { instantOf } from '../calendar/local-time.ts'

// Monday 23 November 2026, ten in the morning in Rome. The pool: 9-14 and 14-19, Monday to Friday.
const now = new Date('2026-11-23T09:00:00Z')
const wednesday = '2026-11-25'
const saturday = '2026-11-28'
const sundayOfSpring = '2026-03-29'
const sundayOfAutumn = '2026-10-25'

const hoursOfDay = (day: string, hours: Cell, more: Partial<OpeningChange> = {}): OpeningChange =>
  aClosure(day, { kind: 'hours', hours, because: { it: 'orario estivo' }, ...more })
const cellsOn = (day: string, ...changes: OpeningChange[]) =>
  poolHoursOn(aCalendar(aPool(), {}, [], changes), day).cells.map((cell) => cell.join('-'))

describe('the cells of a day', () => {
  const opens = { opensShutDays: true }
  test.each<[string, string, OpeningChange[], string[]]>([
    ['as usual', wednesday, [], ['09:00-14:00', '14:00-19:00']],
    ['none when it is shut the whole day', wednesday, [aClosure(wednesday)], []],
    [
      'all but those that a closure of some hours touches',
      wednesday,
      [aClosure(wednesday, { hours: ['13:00', '14:00'] })],
      ['14:00-19:00'],
    ],
    [
      'none when two closures take one each',
      wednesday,
      [
        aClosure(wednesday, { hours: ['09:00', '10:00'] }),
        aClosure(wednesday, { hours: ['18:00', '20:00'] }),
      ],
      [],
    ],
    [
      'cut to shorter hours',
      wednesday,
      [hoursOfDay(wednesday, ['10:00', '17:00'])],
      ['10:00-14:00', '14:00-17:00'],
    ],
    [
      'without a stump of less than an hour',
      wednesday,
      [hoursOfDay(wednesday, ['09:00', '14:30'])],
      ['09:00-14:00'],
    ],
    [
      'longer in steps of the grid, the last one cut',
      wednesday,
      [hoursOfDay(wednesday, ['07:00', '22:00'])],
      ['07:00-09:00', '09:00-14:00', '14:00-19:00', '19:00-22:00'],
    ],
    ['none on a Saturday', saturday, [hoursOfDay(saturday, ['09:00', '14:00'])], []],
    [
      'on a Saturday that opens',
      saturday,
      [hoursOfDay(saturday, ['09:00', '14:00'], opens)],
      ['09:00-14:00'],
    ],
    [
      'on a holiday that opens',
      '2026-12-08',
      [hoursOfDay('2026-12-08', ['09:00', '14:00'], opens)],
      ['09:00-14:00'],
    ],
    [
      'none when somebody shut the day on which another opens',
      saturday,
      [aClosure(saturday), hoursOfDay(saturday, ['09:00', '14:00'], opens)],
      [],
    ],
    [
      'the exceptional ones, less the hours of a closure',
      wednesday,
      [hoursOfDay(wednesday, ['09:00', '22:00']), aClosure(wednesday, { hours: ['20:00', '21:00'] })],
      ['09:00-14:00', '14:00-19:00'],
    ],
    ['untouched the day after', wednesday, [aClosure('2026-11-24')], ['09:00-14:00', '14:00-19:00']],
  ])('%s', (_what, day, changes, cells) => {
    expect(cellsOn(day, ...changes)).toEqual(cells)
  })

  test('small cells go on in their own step, and are never cut', () => {
    const turns = aPool({
      open: {
        days: [3],
        slots: [
          ['09:00', '09:20'],
          ['09:20', '09:40'],
        ],
      },
    })
    const long = poolHoursOn(aCalendar(turns, {}, [], [hoursOfDay(wednesday, ['08:30', '10:10'])]), wednesday)
    expect(long.cells.map(([from]) => from)).toEqual(['08:40', '09:00', '09:20', '09:40'])
  })
})

describe('on the day the clocks change', () => {
  const night = (day: string) => hoursOfDay(day, ['01:00', '09:00'], { opensShutDays: true })
  const hoursLong = (day: string) =>
    instantsOf(poolHoursOn(aCalendar(aPool(), {}, [], [night(day)]), day).cells, day).reduce(
      (sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 3_600_000,
      0,
    )

  test('exceptional hours from one to nine are seven hours long in spring and nine in autumn', () => {
    expect([hoursLong('2026-11-22'), hoursLong(sundayOfSpring), hoursLong(sundayOfAutumn)]).toEqual([8, 7, 9])
  })

  test('an hour that spring skips is told as such, not booked', () => {
    const calendar = aCalendar(
      aPool(),
      {},
      [],
      [hoursOfDay(sundayOfSpring, ['02:30', '09:00'], { opensShutDays: true })],
    )
    const asked = { day: sundayOfSpring, from: '02:30', to: '04:00' } as const
    const decided = decidePeriod(calendar, asked, 'away', new Date('2026-03-20T09:00:00Z'))
    expect(decided).toEqual({ refusal: { reason: 'no-such-time' } })
  })
})

describe('a period is refused with the reason of the closure', () => {
  const asked = { day: wednesday, from: '09:00', to: '14:00' } as const
  test.each<[string, OpeningChange, object]>([
    [
      'the whole day',
      aClosure(wednesday),
      { reason: 'closed-day', because: 'closure', texts: { it: 'lavori' } },
    ],
    [
      'some hours of it',
      aClosure(wednesday, { hours: ['12:00', '13:00'] }),
      { reason: 'closed-day', because: 'closure', texts: { it: 'lavori' }, hours: ['12:00', '13:00'] },
    ],
    [
      'hours of the day that are not its own',
      hoursOfDay(wednesday, ['10:00', '14:00']),
      { reason: 'off-grid', cells: [['10:00', '14:00']] },
    ],
  ])('%s', (_what, change, refusal) => {
    expect(decidePeriod(aCalendar(aPool(), {}, [], [change]), asked, 'away', now)).toEqual({ refusal })
  })
})

describe('a change of the opening is refused', () => {
  const week = { fromDay: '2026-11-23', toDay: '2026-11-27' }
  test.each<[string, OpeningChange, OpeningChange[], ChangeRefusal['reason'] | undefined]>([
    [
      'when it ends before it starts',
      aClosure(wednesday, { toDay: '2026-11-24' }),
      [],
      'ends-before-it-starts',
    ],
    ['when its hours do', aClosure(wednesday, { hours: ['12:00', '12:00'] }), [], 'ends-before-it-starts'],
    ['when it begins before today', aClosure('2026-11-20', { toDay: wednesday }), [], 'past'],
    ['when its hours of today are over', aClosure('2026-11-23', { hours: ['08:00', '10:00'] }), [], 'past'],
    ['not when today goes on', aClosure('2026-11-23'), [], undefined],
    ['when it lasts more than two months', aClosure('2026-11-24', { toDay: '2027-01-25' }), [], 'too-long'],
    ['not when it lasts two months', aClosure('2026-11-24', { toDay: '2027-01-24' }), [], undefined],
    [
      'when another one stands on the same days',
      aClosure(wednesday),
      [aClosure('2026-11-23', week)],
      'overlaps',
    ],
    [
      'not when the hours only touch',
      aClosure(wednesday, { hours: ['14:00', '16:00'] }),
      [aClosure(wednesday, { hours: ['12:00', '14:00'] })],
      undefined,
    ],
    ['when a Saturday is shut anyway', aClosure(saturday), [], 'already-shut'],
    [
      'when a Saturday is to open and nobody says so',
      hoursOfDay(saturday, ['09:00', '14:00']),
      [],
      'usually-shut',
    ],
    [
      'not when somebody does',
      hoursOfDay(saturday, ['09:00', '14:00'], { opensShutDays: true }),
      [],
      undefined,
    ],
    ['when the hours are the usual ones', hoursOfDay(wednesday, ['09:00', '19:00']), [], 'changes-nothing'],
    ['when the hours hold no cell', hoursOfDay(wednesday, ['13:30', '14:20']), [], 'no-time-left'],
    [
      'when a Saturday opens for too short a time',
      hoursOfDay(saturday, ['09:00', '09:20'], { opensShutDays: true }),
      [],
      'no-time-left',
    ],
    [
      'when the day is shut by decision',
      hoursOfDay(wednesday, ['10:00', '14:00']),
      [aClosure(wednesday)],
      'still-closed',
    ],
  ])('%s', (_when, change, standing, reason) => {
    const pools = [aCalendar(aPool(), {}, [], standing)]
    expect(refusalOfChange({ change, pools, beside: standing }, now)?.reason).toBe(reason)
  })
})

describe('whom a change takes time from', () => {
  const held = (from: Cell[0], to: Cell[1]) => ({
    startsAt: instantOf(wednesday, from),
    endsAt: instantOf(wednesday, to),
  })
  const split = aPool({
    open: {
      days: [3],
      slots: [
        ['09:00', '13:00'],
        ['14:00', '19:00'],
      ],
    },
  })
  test.each<[string, OpeningChange, Cell, boolean]>([
    ['whoever is there all day', aClosure(wednesday), ['09:00', '19:00'], true],
    [
      'whoever holds a cell that a closure touches, before and after it',
      aClosure(wednesday, { hours: ['12:00', '12:30'] }),
      ['09:00', '13:00'],
      true,
    ],
    ['not the other cell', aClosure(wednesday, { hours: ['12:00', '12:30'] }), ['14:00', '19:00'], false],
    [
      'whoever stays past the shorter hours',
      hoursOfDay(wednesday, ['09:00', '16:00']),
      ['14:00', '19:00'],
      true,
    ],
    ['not who was gone by then', hoursOfDay(wednesday, ['09:00', '16:00']), ['09:00', '13:00'], false],
    [
      'not for the break between two cells, which was shut anyway',
      hoursOfDay(wednesday, ['09:00', '20:00']),
      ['09:00', '19:00'],
      false,
    ],
  ])('%s', (_who, change, [from, to], isTouched) => {
    expect(takesTime(aCalendar(split), change, wednesday, held(from, to))).toBe(isTouched)
  })
})
