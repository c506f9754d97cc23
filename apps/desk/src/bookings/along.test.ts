import { expect, test } from 'vitest'
import { alone, togetherInput } from './along.ts'

test('what is booked with the seat, what only if it is free, how many, and that very place', () => {
  const along = [
    { poolId: 'care', dependantId: 'sara', isExtra: false },
    { poolId: 'pet', isExtra: true },
  ]
  expect(togetherInput({ along, people: 2, needsUnit: true }, true)).toEqual({
    units: 2,
    needsUnit: true,
    withCompanions: [{ poolId: 'care', dependantId: 'sara' }],
    addOns: [{ poolId: 'pet' }],
  })
})

test('a place nobody chose cannot be the only one that will do', () => {
  expect(togetherInput({ ...alone, needsUnit: true }, false)).toEqual({})
})
