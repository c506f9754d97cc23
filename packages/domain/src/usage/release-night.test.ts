import { expect, test } from 'vitest'
import { closesOn, isClosed } from './quarter.ts'
import { dueDayOf, isReleaseDue } from './release-night.ts'

test.each([
  ['before four in the morning the day before yesterday is enough', '2026-10-14T01:59:00Z', '2026-10-12'],
  ['from four on yesterday is due', '2026-10-14T02:00:00Z', '2026-10-13'],
  ['in winter four in Rome is three elsewhere', '2026-12-14T03:00:00Z', '2026-12-13'],
  ['the night in which the clocks go forward has a four o’clock', '2026-03-29T02:00:00Z', '2026-03-28'],
] as const)('%s', (_what, now, due) => {
  expect(dueDayOf(new Date(now))).toBe(due)
})

test.each([
  ['nothing was released yet', undefined, true],
  ['a night is missing', '2026-10-12', true],
  ['ten nights are missing', '2026-10-03', true],
  ['yesterday is out', '2026-10-13', false],
  ['the clock was set back', '2026-10-14', true],
] as const)('%s', (_what, lastDay, due) => {
  expect(isReleaseDue(new Date('2026-10-14T10:00:00Z'), lastDay)).toBe(due)
})

test('a quarter is closed by the edition after the last one that counts a day of it again', () => {
  expect(closesOn('2026-Q3')).toBe('2026-11-05')
  expect(isClosed('2026-Q3', '2026-11-04')).toBe(false)
  expect(isClosed('2026-Q3', '2026-11-05')).toBe(true)
})
