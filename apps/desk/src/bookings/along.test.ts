import { expect, test } from 'vitest'
import {
  alone,
  alongLines,
  type Companion,
  lacksChild,
  togetherInput,
  withChild,
  withCompanion,
} from './along.ts'
import { messages } from '../messages/it.ts'

const sara = { dependantId: 'sara', givenName: 'Sara', age: 5, isOfAge: true }
const ugo = { dependantId: 'ugo', givenName: 'Ugo', age: 1, isOfAge: false }
const care: Companion = {
  poolId: 'care',
  slug: 'care',
  kind: 'care',
  name: 'Spazio bimbi',
  description: '',
  isRequiredOnly: true,
  max: 2,
  capacity: 6,
  free: 3,
  state: 'free',
  needsChild: true,
  children: [sara, ugo],
}
const pet: Companion = {
  ...care,
  poolId: 'pet',
  slug: 'pet',
  kind: 'pet',
  name: 'Posto per il cane',
  isRequiredOnly: false,
  needsChild: false,
  children: [],
}

test('the only child of the right age is the one the place is for', () => {
  expect(withCompanion([], care, true)).toEqual([{ poolId: 'care', dependantId: 'sara', isExtra: false }])
})

test('with two children of the right age somebody must say which', () => {
  const both = { ...care, children: [sara, { ...ugo, isOfAge: true }] }
  const along = withCompanion([], both, true)
  expect(lacksChild(along, [both])).toBe(both)
  expect(lacksChild(withChild(along, both, 'ugo', true), [both])).toBeUndefined()
})

test('what is booked with the seat, what only if it is free, how many, and that very place', () => {
  const along = withCompanion(withCompanion([], care, true), pet, true)
  expect(togetherInput({ along, people: 2, needsUnit: true }, true)).toEqual({
    units: 2,
    needsUnit: true,
    withCompanions: [{ poolId: 'care', dependantId: 'sara' }],
    addOns: [{ poolId: 'pet' }],
  })
  expect(alongLines(along, [care, pet], messages.along)).toEqual([
    'Spazio bimbi per Sara',
    'Posto per il cane, se c’è posto',
  ])
})

test('a place nobody chose cannot be the only one that will do', () => {
  expect(togetherInput({ ...alone, needsUnit: true }, false)).toEqual({})
})
