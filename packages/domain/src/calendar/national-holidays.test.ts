import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { businessDaysBefore, isBusinessDay, isHoliday, nationalHolidays } from './national-holidays.ts'

describe('the national holidays', () => {
  const oracle = new Holidays('IT')

  test.each(Array.from({ length: 80 }, (_, index) => 2020 + index))(
    'of %d are those that an independent calendar knows',
    (year) => {
      const expected = oracle
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10))
      expect(nationalHolidays(year)).toEqual([...new Set(expected)].sort())
    },
  )

  test('Saint Francis is one from 2026, not before', () => {
    expect(isHoliday('2025-10-04', [])).toBe(false)
    expect(isHoliday('2026-10-04', [])).toBe(true)
  })

  test('a town may add its own, such as its patron saint', () => {
    expect(isHoliday('2027-05-12', [])).toBe(false)
    expect(isHoliday('2027-05-12', ['2027-05-12'])).toBe(true)
  })

  test('a Saturday is not a holiday, and not a business day either', () => {
    expect(isHoliday('2026-11-28', [])).toBe(false)
    expect(isBusinessDay('2026-11-28', [])).toBe(false)
  })
})

describe('business days before a day', () => {
  test.each<[string, string, number, readonly string[], string]>([
    ['step over the weekend', '2026-11-30', 1, [], '2026-11-27'],
    ['step over the Immaculate Conception', '2026-12-09', 1, [], '2026-12-07'],
    ['step over Easter Monday', '2027-03-30', 1, [], '2027-03-26'],
    ['step over the patron saint', '2026-12-01', 1, ['2026-11-30'], '2026-11-27'],
    ['with none, are the day itself', '2026-11-29', 0, [], '2026-11-29'],
    ['count eight from a Monday', '2026-11-30', 8, [], '2026-11-18'],
  ])('%s', (_what, day, count, own, expected) => {
    expect(businessDaysBefore(day, count, own)).toBe(expected)
  })
})
