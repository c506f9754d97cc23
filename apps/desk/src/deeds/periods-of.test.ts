import { expect, test } from 'vitest'
import type { Slot } from '../bookings/slot-words.ts'
import { periodsOf } from './periods-of.ts'

function aSlot(from: `${number}:${number}`, to: `${number}:${number}`, change: Partial<Slot> = {}): Slot {
  return {
    day: '2026-11-24',
    from,
    to,
    label: `${from}-${to}`,
    capacity: 10,
    free: 4,
    freeForMe: 4,
    heldForReserves: 0,
    state: 'bookable',
    takenUnitIds: [],
    ...change,
  }
}

const morning = { from: '09:00', to: '14:00' }
const wholeDay = { from: '09:00', to: '19:00' }
const halves = [aSlot('09:00', '14:00'), aSlot('14:00', '19:00', { free: 1 })]

test('a booking of half a day is offered halves', () => {
  expect(periodsOf(halves, morning, 'desk').map(({ from, to }) => [from, to])).toEqual([
    ['09:00', '14:00'],
    ['14:00', '19:00'],
  ])
})

test('a booking of the whole day keeps its length, with what its scarcest half has', () => {
  expect(periodsOf(halves, wholeDay, 'desk')).toMatchObject([{ from: '09:00', to: '19:00', free: 1 }])
})

test('a stretch with one part full cannot be chosen, and says which part', () => {
  const full = [aSlot('09:00', '14:00', { free: 0, state: 'full' }), aSlot('14:00', '19:00')]
  expect(periodsOf(full, wholeDay, 'desk')).toMatchObject([
    { isChoosable: false, scarcest: { from: '09:00' } },
  ])
})

test('cells that do not touch are no stretch: each is offered by itself', () => {
  const broken = [aSlot('09:00', '12:00'), aSlot('15:00', '19:00')]
  expect(periodsOf(broken, wholeDay, 'desk').map(({ from }) => from)).toEqual(['09:00', '15:00'])
})
