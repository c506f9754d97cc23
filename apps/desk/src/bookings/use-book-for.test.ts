import { expect, test } from 'vitest'
import { attemptAt, type BookingRequest } from './use-book-for.ts'

const request: BookingRequest = {
  personId: 'p-1',
  channel: 'desk',
  poolId: 'pool-1',
  day: '2026-11-24',
  from: '14:00',
  to: '19:00',
}

let made = 0
const makeKey = () => `key-${(made += 1)}`

test('pressing again after a lost answer sends the same key', () => {
  const first = attemptAt(request, undefined, makeKey)
  expect(attemptAt({ ...request }, first, makeKey).key).toBe(first.key)
})

test.each([
  ['another person', { personId: 'p-2' }],
  ['another time', { from: '09:00', to: '14:00' }],
  ['another place', { unitId: 'u-3' }],
  ['another way of asking', { channel: 'phone' }],
] as const)('%s is another request, with a key of its own', (_what, change) => {
  const first = attemptAt(request, undefined, makeKey)
  expect(attemptAt({ ...request, ...change }, first, makeKey).key).not.toBe(first.key)
})
