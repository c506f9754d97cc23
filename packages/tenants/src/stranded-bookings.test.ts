import { describe, expect, test } from 'vitest'
import { allumiere } from './allumiere.ts'
import { desk, seats } from './testing/pools-of-allumiere.ts'
import { strandedBookings } from './stranded-bookings.ts'
import type { PlaceAhead } from './stranded-bookings.ts'
import type { TenantConfig } from './tenant-config.ts'

const morning: PlaceAhead = {
  bookingId: 'b1',
  pool: 'seats',
  unit: 10,
  day: '2026-11-24',
  startsAt: new Date('2026-11-24T08:00:00Z'),
  endsAt: new Date('2026-11-24T13:00:00Z'),
}
const closing = (site?: string) => ({
  from: '2026-11-24',
  to: '2026-11-24',
  because: { it: 'lavori', en: 'works' },
  ...(site !== undefined && { site }),
})
const opening = (open: object): TenantConfig => ({
  ...allumiere,
  rules: {
    ...allumiere.rules,
    pools: {
      ...allumiere.rules.pools,
      seats: { ...allumiere.rules.pools.seats, open: { ...allumiere.rules.pools.seats.open, ...open } },
    },
  },
})

test('the town as it is strands nobody', () => {
  const wholeDay = { ...morning, endsAt: new Date('2026-11-24T18:00:00Z') }
  expect(strandedBookings(allumiere, [morning, wholeDay])).toEqual([])
})

describe('a held place is stranded', () => {
  test.each<[string, TenantConfig, string]>([
    ['when its pool goes', { ...allumiere, pools: [desk] }, 'no-such-pool'],
    [
      'when its unit goes',
      { ...allumiere, pools: [{ ...seats, units: seats.units.slice(0, 9) }, desk] },
      'no-such-unit',
    ],
    [
      'when its day becomes a holiday',
      { ...allumiere, rules: { ...allumiere.rules, holidays: ['2026-11-24'] } },
      'shut',
    ],
    ['when its day is closed', { ...allumiere, closures: [closing()] }, 'shut'],
    ['when its site is closed', { ...allumiere, closures: [closing('palazzo-camerale')] }, 'shut'],
    ['when its weekday goes', opening({ days: [1, 3, 4, 5] }), 'shut'],
    ['when the grid moves', opening({ slots: [['09:30', '14:00']] }), 'no-such-time'],
  ])('%s', (_when, next, because) => {
    expect(strandedBookings(next, [morning])).toEqual([{ ...morning, because }])
  })
})

test('a closure of another site strands nobody', () => {
  expect(strandedBookings({ ...allumiere, closures: [closing('biblioteca')] }, [morning])).toEqual([])
})

test('who booked a Saturday that the desk opens is not stranded, as long as the town does not shut it', () => {
  const saturday = {
    ...morning,
    day: '2026-11-28',
    startsAt: new Date('2026-11-28T08:00:00Z'),
    endsAt: new Date('2026-11-28T13:00:00Z'),
  }
  const open = {
    kind: 'hours' as const,
    fromDay: saturday.day,
    toDay: saturday.day,
    hours: ['09:00', '14:00'] as const,
    opensShutDays: true,
    because: { it: 'giornata aperta' },
    poolId: 'seats',
  }
  const shut = { ...closing(), from: saturday.day, to: saturday.day }
  expect(strandedBookings(allumiere, [saturday])).toMatchObject([{ because: 'shut' }])
  expect(strandedBookings(allumiere, [saturday], [open])).toEqual([])
  expect(strandedBookings({ ...allumiere, closures: [shut] }, [saturday], [open])).toMatchObject([
    { because: 'shut' },
  ])
})
