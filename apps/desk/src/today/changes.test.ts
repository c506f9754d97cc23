import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'
import type { Day } from './day.ts'
import { aBookingHere } from './testing/a-booking.ts'

function aDay(day: string, ...bookingIds: readonly string[]): Day {
  return {
    day,
    dayLabel: 'martedì 24 novembre',
    nowLocal: '09:22',
    isToday: true,
    pools: [
      {
        poolId: 'pool-1',
        name: 'Postazioni',
        kind: 'seats',
        cells: [{ from: '09:00', to: '14:00' }],
        units: bookingIds.map((bookingId, index) => ({
          unitId: `u-${index}`,
          label: `Postazione ${index + 1}`,
          isAccessible: false,
          outOfOrder: [],
          bookings: [aBookingHere({ bookingId, unitLabel: `Postazione ${index + 1}` })],
        })),
      },
    ],
    counts: { expected: bookingIds.length, present: 0, late: 0, absent: 0 },
  }
}

test('a booking made elsewhere is new, with its place', () => {
  const { added, gone } = changesBetween(aDay('2026-11-24', 'b-1'), aDay('2026-11-24', 'b-1', 'b-2'))
  expect(added.map(({ bookingId, unitLabel }) => [bookingId, unitLabel])).toEqual([['b-2', 'Postazione 2']])
  expect(gone).toEqual([])
})

test('a booking given back is gone', () => {
  const { gone } = changesBetween(aDay('2026-11-24', 'b-1', 'b-2'), aDay('2026-11-24', 'b-2'))
  expect(gone.map(({ bookingId }) => bookingId)).toEqual(['b-1'])
})

test('turning to another day announces nothing', () => {
  expect(changesBetween(aDay('2026-11-24', 'b-1'), aDay('2026-11-25', 'b-2'))).toEqual({
    added: [],
    gone: [],
  })
})
