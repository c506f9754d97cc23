import type { Companion } from '@officine/ui/along'
import { expect, test } from 'vitest'
import { hasEverything, nearestTimes } from './nearby-together.ts'
import type { DayOfSlots, Slot } from './slot-words.ts'

const slot = (day: string, from: Slot['from'], changes: Partial<Slot> = {}): Slot => ({
  day,
  from,
  to: '19:00',
  label: from,
  capacity: 10,
  free: 4,
  freeForMe: 4,
  heldForReserves: 0,
  state: 'bookable',
  takenUnitIds: [],
  ...changes,
})
const aDay = (...slots: Slot[]): DayOfSlots => ({
  day: slots[0]?.day ?? '',
  label: '',
  shortLabel: '',
  dayNumber: '',
  slots,
})
const childcare: Companion = {
  poolId: 'p-2',
  slug: 'care',
  name: 'Spazio bimbi',
  description: '',
  isRequiredOnly: true,
  free: 1,
  state: 'free',
  needsChild: true,
  children: [],
}

test('the nearest times come first, without the one refused and without those where the group has no room', () => {
  const days = [
    aDay(slot('2026-11-26', '14:00', { freeForMe: 1 })),
    aDay(slot('2026-11-27', '09:00'), slot('2026-11-27', '14:00')),
    aDay(slot('2026-11-30', '09:00'), slot('2026-11-30', '14:00', { state: 'full' })),
  ]
  const found = nearestTimes(days, { day: '2026-11-27', from: '14:00' }, 2)
  expect(found.map(({ day, from }) => `${day} ${from}`)).toEqual(['2026-11-27 09:00', '2026-11-30 09:00'])
})

test('a time is offered only when every child has a place; an extra never decides', () => {
  const sara = { poolId: 'p-2', dependantId: 'd-1', isExtra: false }
  const pet = { poolId: 'p-3', isExtra: true }
  expect(hasEverything([sara, pet], [childcare])).toBe(true)
  expect(hasEverything([sara, { ...sara, dependantId: 'd-2' }], [childcare])).toBe(false)
  expect(hasEverything([sara], [{ ...childcare, state: 'closed' }])).toBe(false)
})
