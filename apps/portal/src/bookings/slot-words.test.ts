import { describe, expect, test } from 'vitest'
import { messages } from '../messages/it.ts'
import { dayNote, type DayOfSlots, type Slot, slotRow } from './slot-words.ts'

const words = messages.seats

function aSlot(changes: Partial<Slot> = {}): Slot {
  return {
    day: '2026-11-25',
    from: '09:00',
    to: '14:00',
    label: '9:00-14:00',
    capacity: 10,
    free: 5,
    freeForMe: 5,
    heldForReserves: 0,
    state: 'bookable',
    takenUnitIds: [],
    ...changes,
  }
}

function aDay(slots: Slot[], closedBecause?: string): DayOfSlots {
  return {
    day: '2026-11-25',
    label: 'mercoledì 25 novembre',
    shortLabel: 'mer',
    dayNumber: '25',
    ...(closedBecause === undefined ? {} : { closedBecause }),
    slots,
  }
}

describe('a time in the list', () => {
  test.each([
    ['says how many are free', aSlot(), '5 liberi', undefined],
    ['says one without a plural', aSlot({ freeForMe: 1 }), '1 libero', undefined],
    ['stays when it is full, and says so', aSlot({ state: 'full' }), 'completo', 'Tutti i posti sono presi.'],
    [
      'says until when the last places are kept aside',
      aSlot({ state: 'held', heldUntil: 'ven 20 nov, ore 12:00' }),
      'riservati',
      'I posti rimasti sono tenuti da parte fino a ven 20 nov, ore 12:00.',
    ],
    [
      'says when it can be booked',
      aSlot({ state: 'not-yet-open', opensAt: 'lunedì 30 novembre, ore 9:00' }),
      'non ancora',
      'Si prenota da lunedì 30 novembre, ore 9:00.',
    ],
    [
      'is yours before it is anything else',
      aSlot({ state: 'full', mine: 'b1' }),
      'già tuo',
      'Hai già un posto in questo orario.',
    ],
  ])('%s', (_what, slot, availability, note) => {
    expect(slotRow(slot, words)).toMatchObject({ availability, note })
  })

  test('can be chosen only while it is bookable and not already yours', () => {
    expect(slotRow(aSlot(), words).isDisabled).toBe(false)
    expect(slotRow(aSlot({ mine: 'b1' }), words).isDisabled).toBe(true)
    expect(slotRow(aSlot({ state: 'held' }), words).isDisabled).toBe(true)
  })
})

describe('a day in the week', () => {
  test.each([
    ['counts the emptiest time', aDay([aSlot({ freeForMe: 2 }), aSlot({ freeForMe: 8 })]), '8 liberi'],
    ['is closed when the town is', aDay([], 'Immacolata'), 'chiuso'],
    ['is full when every time is', aDay([aSlot({ state: 'full' })]), 'completo'],
    [
      'does not count a time that is over',
      aDay([aSlot({ state: 'past' }), aSlot({ freeForMe: 3 })]),
      '3 liberi',
    ],
  ])('%s', (_what, day, note) => {
    expect(dayNote(day, words)).toBe(note)
  })
})
