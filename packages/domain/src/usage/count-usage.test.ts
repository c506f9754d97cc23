import { expect, test } from 'vitest'
import { instantOf } from '../calendar/local-time.ts'
import type { LocalDay, LocalTime } from '../rules/tenant-rules.ts'
import { countHours } from './count-usage.ts'
import type { PublicPool, TakenPeriod } from './count-usage.ts'
import { aClosure } from '../booking/booking-fixtures.ts'

const seats: PublicPool = {
  kind: 'seats',
  open: {
    days: [1, 2, 3, 4, 5],
    slots: [
      ['09:00', '10:00'],
      ['10:00', '11:30'],
    ],
  },
  places: 10,
  holidays: [],
  changes: [],
  outages: [],
}
const taken = (day: LocalDay, from: LocalTime, to: LocalTime, places = 1): TakenPeriod => ({
  kind: 'seats',
  startsAt: instantOf(day, from),
  endsAt: instantOf(day, to),
  places,
})

test('a booking is shared out over the hours it covers, on the clock of Rome', () => {
  expect(countHours([seats], [taken('2026-10-05', '09:30', '11:30', 2)], '2026-10-05', '2026-10-05')).toEqual(
    [
      { day: '2026-10-05', kind: 'seats', hour: 9, minutesOffered: 600, minutesBooked: 60 },
      { day: '2026-10-05', kind: 'seats', hour: 10, minutesOffered: 600, minutesBooked: 120 },
      { day: '2026-10-05', kind: 'seats', hour: 11, minutesOffered: 300, minutesBooked: 60 },
    ],
  )
})

test('nothing is offered on Sundays, holidays and days of closure', () => {
  const shut = { ...seats, changes: [aClosure('2026-10-06')] }
  expect(countHours([shut], [], '2026-10-04', '2026-10-04')).toEqual([])
  expect(countHours([shut], [], '2026-10-06', '2026-10-06')).toEqual([])
  expect(countHours([shut], [], '2026-12-08', '2026-12-08')).toEqual([])
})

test('what was taken while it was shut counts as offered, so that nothing is more than full', () => {
  const [hour] = countHours([seats], [taken('2026-10-04', '09:00', '10:00')], '2026-10-04', '2026-10-04')
  expect(hour).toMatchObject({ minutesOffered: 60, minutesBooked: 60 })
})

test('a booking of a day outside the asked ones is left out', () => {
  const hours = countHours([seats], [taken('2026-10-07', '09:00', '10:00')], '2026-10-05', '2026-10-06')
  expect(hours.every(({ minutesBooked }) => minutesBooked === 0)).toBe(true)
})

test('an hour keeps its name across the change of the clocks', () => {
  const hours = (day: LocalDay) => countHours([seats], [], day, day).map(({ hour }) => hour)
  expect(hours('2026-03-27')).toEqual([9, 10, 11])
  expect(hours('2026-03-30')).toEqual([9, 10, 11])
})

test('hours of closure and places out of order are not offered', () => {
  const minutes = (pool: PublicPool) =>
    countHours([pool], [], '2026-10-06', '2026-10-06').map(({ hour, minutesOffered }) => [
      hour,
      minutesOffered,
    ])
  const closed = aClosure('2026-10-06', { hours: ['09:15', '09:45'] })
  expect(minutes({ ...seats, changes: [closed] })).toEqual([
    [10, 600],
    [11, 300],
  ])
  const broken = { startsAt: instantOf('2026-10-05', '09:00'), endsAt: instantOf('2026-10-06', '10:30') }
  expect(minutes({ ...seats, outages: [broken] })).toEqual([
    [9, 540],
    [10, 570],
    [11, 300],
  ])
})
