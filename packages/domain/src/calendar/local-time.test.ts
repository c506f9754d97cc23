import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocalTime } from '../rules/tenant-rules.ts'
import { instantOf, localDayOf, localTimeOf } from './local-time.ts'

describe('the wall clock in Rome', () => {
  test.each<[string, string, LocalTime, string]>([
    ['in winter is an hour ahead of UTC', '2026-10-26', '09:00', '2026-10-26T08:00:00Z'],
    ['in summer is two hours ahead', '2026-10-24', '09:00', '2026-10-24T07:00:00Z'],
    ['skips 02:30 in spring, so it moves to 03:00', '2026-03-29', '02:30', '2026-03-29T01:00:00Z'],
    ['skips 02:00 in spring as well', '2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    ['shows 03:00 in spring at the same instant', '2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['shows 01:59 in spring before the change', '2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
    ['shows 02:30 twice in autumn, and the first counts', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['shows 03:00 once in autumn', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    ['crosses the year', '2027-01-01', '00:30', '2026-12-31T23:30:00Z'],
  ])('%s', (_what, day, time, instant) => {
    expect(instantOf(day, time)).toEqual(new Date(instant))
  })

  test('agrees with the zone database on every hour that exists once', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2001-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }),
        (date) => {
          const minute = Math.floor(date.getTime() / 60_000) * 60_000
          const shown = Temporal.Instant.fromEpochMilliseconds(minute).toZonedDateTimeISO('Europe/Rome')
          expect(localDayOf(new Date(minute))).toBe(shown.toPlainDate().toString())
          expect(localTimeOf(new Date(minute))).toBe(shown.toPlainTime().toString().slice(0, 5))
          const again = shown.toPlainDateTime().toZonedDateTime('Europe/Rome', { disambiguation: 'earlier' })
          expect(instantOf(localDayOf(new Date(minute)), localTimeOf(new Date(minute)))).toEqual(
            new Date(again.epochMilliseconds),
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a time that no clock shows is a fault', () => {
    expect(() => instantOf('2026-11-30', '24:00')).toThrow('Not a wall-clock time')
    expect(() => instantOf('2026-11-30', '9:60')).toThrow('Not a wall-clock time')
  })
})
