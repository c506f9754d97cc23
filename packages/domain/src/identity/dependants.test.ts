import { expect, test } from 'vitest'
import { refusalOfDependant } from './dependants.ts'

const today = '2027-01-08'

test.each([
  ['a child of five', 'child', '2021-06-01', 0, undefined],
  ['a child on the eve of eighteen', 'child', '2009-01-09', 0, undefined],
  ['a child who is of age today', 'child', '2009-01-08', 0, { reason: 'not-a-child' }],
  ['an adult in somebody’s care', 'adult', '1950-01-01', 0, undefined],
  ['an adult who is not of age yet', 'adult', '2009-01-09', 0, { reason: 'not-an-adult' }],
  ['a child not born yet', 'child', '2027-01-09', 0, { reason: 'born-in-the-future' }],
  ['a child too many', 'child', '2021-06-01', 12, { reason: 'too-many', max: 12 }],
] as const)('%s', (_who, kind, bornOn, others, refusal) => {
  expect(refusalOfDependant({ kind, bornOn }, others, today)).toEqual(refusal)
})
