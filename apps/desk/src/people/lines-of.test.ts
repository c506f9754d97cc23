import { expect, test } from 'vitest'
import { linesOf } from './lines-of.ts'

test('every value of an export stands on the paper, and what is not known leaves no empty line', () => {
  const data = {
    person: { givenName: 'Rosa', phone: null, madeAtCounter: true },
    bookings: [{ code: 'K7QM3XWP' }, { code: 'A1B2C3D4' }],
    calls: [],
  }
  expect(linesOf(data)).toEqual([
    { name: 'person givenName', value: 'Rosa' },
    { name: 'person madeAtCounter', value: 'true' },
    { name: 'bookings 1 code', value: 'K7QM3XWP' },
    { name: 'bookings 2 code', value: 'A1B2C3D4' },
  ])
})
