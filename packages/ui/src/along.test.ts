import { expect, test } from 'vitest'
import {
  alongInput,
  alongLines,
  asExtra,
  type Companion,
  lacksChild,
  withChild,
  withCompanion,
} from './along.ts'

const sara = { dependantId: 'd-1', givenName: 'Sara', age: 7, isOfAge: true }
const luca = { dependantId: 'd-2', givenName: 'Luca', age: 2, isOfAge: false }

const childcare: Companion = {
  poolId: 'p-2',
  slug: 'care',
  name: 'Spazio bimbi',
  description: '',
  isRequiredOnly: true,
  free: 2,
  state: 'free',
  needsChild: true,
  children: [sara, luca],
}
const pets: Companion = {
  poolId: 'p-3',
  slug: 'pet',
  name: 'Area animali',
  description: '',
  isRequiredOnly: false,
  free: 1,
  state: 'free',
  needsChild: false,
  children: [],
}

const words = {
  forWhom: (name: string, people: readonly string[]) => `${name} per ${people.join(' e ')}`,
  ifFree: (what: string) => `${what}, se c’è posto`,
}

test('the only child of the age is chosen at once', () => {
  expect(withCompanion([], childcare, true)).toEqual([{ poolId: 'p-2', dependantId: 'd-1', isExtra: false }])
})

test('with two children of the age the card asks which, and the summary waits', () => {
  const both = { ...childcare, children: [sara, { ...luca, age: 5, isOfAge: true }] }
  const along = withCompanion([], both, true)
  expect(along).toEqual([{ poolId: 'p-2', isExtra: false }])
  expect(lacksChild(along, [both, pets])?.name).toBe('Spazio bimbi')
  expect(lacksChild(withChild(along, both, 'd-2', true), [both, pets])).toBeUndefined()
})

test('two children take two places, and taking both back leaves the question open', () => {
  const one = withChild([{ poolId: 'p-2', isExtra: false }], childcare, 'd-1', true)
  const two = withChild(one, childcare, 'd-2', true)
  expect(two.map(({ dependantId }) => dependantId)).toEqual(['d-1', 'd-2'])
  const none = withChild(withChild(two, childcare, 'd-1', false), childcare, 'd-2', false)
  expect(none).toEqual([{ poolId: 'p-2', isExtra: false }])
})

test('a pet place is asked for if it is free, unless nothing is to be booked without it', () => {
  const along = withCompanion([], pets, true)
  expect(alongInput(along)).toEqual({ withCompanions: [], addOns: [{ poolId: 'p-3' }] })
  expect(alongInput(asExtra(along, pets, false))).toEqual({
    withCompanions: [{ poolId: 'p-3' }],
    addOns: [],
  })
})

test('the summary says for whom, and what may be left out', () => {
  const along = withCompanion(withCompanion([], childcare, true), pets, true)
  expect(alongLines(along, [childcare, pets], words)).toEqual([
    'Spazio bimbi per Sara',
    'Area animali, se c’è posto',
  ])
})

test('what is taken back is no longer asked for', () => {
  const along = withCompanion(withCompanion([], childcare, true), pets, true)
  expect(withCompanion(along, childcare, false)).toEqual([{ poolId: 'p-3', isExtra: true }])
})
