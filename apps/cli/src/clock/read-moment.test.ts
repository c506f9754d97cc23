import { expect, test } from 'vitest'
import { readAdvance, readMoment, romeText } from './read-moment.ts'

test.each([
  ['2026-03-29T09:00:00+02:00', '2026-03-29T07:00:00.000Z'],
  ['2026-03-29T07:00:00Z', '2026-03-29T07:00:00.000Z'],
  ['2026-01-15', '2026-01-14T23:00:00.000Z'],
  ['2026-07-15T18:30:05', '2026-07-15T16:30:05.000Z'],
  ['2026-07-15 18:30', '2026-07-15T16:30:00.000Z'],
  // skipped in spring: the clocks go from 02:00 to 03:00
  ['2026-03-29T02:30', '2026-03-29T01:00:00.000Z'],
  // twice in autumn: the first
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
])('%s is %s', (typed, instant) => {
  expect(readMoment(typed)?.toISOString()).toBe(instant)
})

test.each(['', 'tomorrow', '2026-02-30', '2026-03-29T25:00', '12:00'])('"%s" is no moment', (typed) => {
  expect(readMoment(typed)).toBeUndefined()
})

test.each([
  ['3h', '2026-03-28T20:00:00Z', '2026-03-28T23:00:00.000Z'],
  ['90s', '2026-03-28T20:00:00Z', '2026-03-28T20:01:30.000Z'],
  // the night in March has 23 hours, and the morning after still begins at nine
  ['1d', '2026-03-28T08:00:00Z', '2026-03-29T07:00:00.000Z'],
  ['24h', '2026-03-28T08:00:00Z', '2026-03-29T08:00:00.000Z'],
  // the night in October has 25
  ['1d', '2026-10-24T07:00:00Z', '2026-10-25T08:00:00.000Z'],
  ['1w1d12h', '2026-10-24T07:00:00Z', '2026-11-01T20:00:00.000Z'],
])('%s after %s is %s', (typed, now, then) => {
  expect(readAdvance(typed, new Date(now))?.toISOString()).toBe(then)
})

test.each(['', '3', 'h', '-3h', '3 h', '1y'])('"%s" is no amount of time', (typed) => {
  expect(readAdvance(typed, new Date())).toBeUndefined()
})

test('the two halves of the autumn night are told apart', () => {
  expect(romeText(new Date('2026-10-25T00:30:00Z'))).toContain('02:30:00 +02:00')
  expect(romeText(new Date('2026-10-25T01:30:00Z'))).toContain('02:30:00 +01:00')
})
