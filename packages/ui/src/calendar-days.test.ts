import { expect, test } from 'vitest'
import { addDays, mondayOf } from './calendar-days.ts'

test.each([
  ['a Sunday belongs to the Monday before it', '2026-11-29', '2026-11-23'],
  ['a Monday is its own', '2026-11-23', '2026-11-23'],
  ['the week crosses the year', '2027-01-01', '2026-12-28'],
])('%s', (_what, day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})

test('the night of the clock change is one day long', () => {
  expect(addDays('2026-10-24', 1)).toBe('2026-10-25')
  expect(addDays('2026-10-25', 1)).toBe('2026-10-26')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
})
