import { expect, test } from 'vitest'
import { ageOf } from './age.ts'

test.each([
  ['an answer of five seconds ago is fresh', 5_000, undefined],
  ['after fifteen seconds its age is said', 15_000, { minutes: 0, seconds: 15 }],
  ['and then in minutes', 200_500, { minutes: 3, seconds: 20 }],
  ['a clock set back makes nothing old', -60_000, undefined],
])('%s', (_what, passed, age) => {
  expect(ageOf(1_000_000, 1_000_000 + passed)).toEqual(age)
})
