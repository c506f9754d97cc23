import { expect, test } from 'vitest'
import { messages as italian } from '../messages/it.ts'
import { availabilityOf, isChoosable, noteOf, type Slot, slotRow } from './slot-words.ts'

const words = italian.slots

function aSlot(change: Partial<Slot>): Slot {
  return {
    day: '2026-11-24',
    from: '09:00',
    to: '14:00',
    label: '9:00-14:00',
    capacity: 10,
    free: 3,
    freeForMe: 3,
    heldForReserves: 0,
    state: 'bookable',
    takenUnitIds: [],
    ...change,
  }
}

test('who stands at the counter can have a time that has begun, who telephones cannot', () => {
  const begun = aSlot({ state: 'booking-closed' })
  expect(isChoosable(begun, 'desk')).toBe(true)
  expect(isChoosable(begun, 'phone')).toBe(false)
  expect(noteOf(begun, 'desk', words)).toBe(words.noteBegun)
  expect(noteOf(begun, 'phone', words)).toBe(words.noteOver)
})

test('a time that has begun with no place left is full at the counter too', () => {
  const crowded = aSlot({ state: 'booking-closed', free: 0 })
  expect(isChoosable(crowded, 'desk')).toBe(false)
  expect(availabilityOf(crowded, 'desk', words)).toBe('completo')
})

test('places held aside can be asked for: the answer is the rule’s', () => {
  const held = aSlot({ state: 'held', freeForMe: 0, heldForReserves: 3, heldUntil: 'giovedì 26, ore 12:00' })
  expect(isChoosable(held, 'phone')).toBe(true)
  expect(noteOf(held, 'phone', words)).toContain('giovedì 26, ore 12:00')
})

test('the clerk’s own booking does not take the time away from who is being served', () => {
  expect(isChoosable(aSlot({ mine: 'b-1' }), 'desk')).toBe(true)
})

test.each([
  ['a full time', aSlot({ state: 'full', free: 0 })],
  ['a past time', aSlot({ state: 'past' })],
  ['a time not yet open', aSlot({ state: 'not-yet-open', opensAt: 'lunedì 30 novembre, ore 9:00' })],
])('%s stays in the list, cannot be chosen, and says why', (_what, slot) => {
  const row = slotRow(slot, 'desk', words)
  expect(row.isDisabled).toBe(true)
  expect(row.note).toBeTruthy()
})
