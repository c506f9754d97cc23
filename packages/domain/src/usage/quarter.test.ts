import { expect, test } from 'vitest'
import { firstDayOf, isQuarter, lastDayOf, quarterBefore, quarterOf } from './quarter.ts'

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-12-31', '2026-Q4'],
] as const)('%s is in %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter)
})

test('a quarter has a first and a last day, and one before it, across years too', () => {
  expect([firstDayOf('2026-Q1'), lastDayOf('2026-Q1')]).toEqual(['2026-01-01', '2026-03-31'])
  expect([firstDayOf('2026-Q4'), lastDayOf('2026-Q4')]).toEqual(['2026-10-01', '2026-12-31'])
  expect(quarterBefore('2026-Q1')).toBe('2025-Q4')
})

test('what is no quarter is not taken for one', () => {
  expect(['2026-Q3', '2026-Q5', '26-Q1', "2026-Q1' or '1'='1"].map(isQuarter)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
