import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, isLocalDay, isoWeekOf, mondayOf, weekdayOf } from './local-day.ts'

const anyDay = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the calendar of the town', () => {
  test.each([
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
  ])('%s belongs to the week %s', (day, week) => {
    expect(isoWeekOf(day)).toBe(week)
  })

  test('agrees with Temporal on weekdays, weeks and sums for every day of the century', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, days) => {
        const plain = Temporal.PlainDate.from(day)
        expect(weekdayOf(day)).toBe(plain.dayOfWeek)
        expect(isoWeekOf(day)).toBe(`${plain.yearOfWeek}-W${String(plain.weekOfYear).padStart(2, '0')}`)
        expect(addDays(day, days)).toBe(plain.add({ days }).toString())
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(weekdayOf(mondayOf(day))).toBe(1)
      }),
      { numRuns: 300 },
    )
  })

  test.each(['2026-02-30', '2026-13-01', '2026-1-1', 'domani', '2027-02-29', '2026-11-30T09:00'])(
    '%s is not a day',
    (text) => {
      expect(isLocalDay(text)).toBe(false)
      expect(() => addDays(text, 1)).toThrow('Not a calendar day')
    },
  )

  test('29 February of a leap year is a day', () => {
    expect(isLocalDay('2028-02-29')).toBe(true)
  })
})
