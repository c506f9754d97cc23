import { expect, test } from 'vitest'
import { answersOf, chosenForAll, optionsOf, usualChoices } from './choices.ts'
import type { TouchedBooking } from './choices.ts'

const to = { poolId: 'p', day: '2026-11-26', from: '09:00', to: '14:00' } as const
const booking = (more: Partial<TouchedBooking>): TouchedBooking => ({
  bookingId: 'b',
  personName: 'Anna Riva',
  code: 'K7QM-3XWP',
  dayLabel: 'mercoledì 25 novembre',
  timeLabel: '9:00-14:00',
  poolName: 'Postazioni',
  unitLabel: '3',
  companions: [],
  what: 'place',
  lostNames: ['Postazioni'],
  isPresent: false,
  treatments: ['cancel', 'move'],
  usual: 'cancel',
  alternatives: [{ ...to, label: 'giovedì 26 novembre, 9:00-14:00' }],
  ...more,
})
const expected = booking({})
const { usual: _, ...undecided } = booking({ bookingId: 'c', isPresent: true, alternatives: [] })
const present: TouchedBooking = { ...undecided, treatments: ['keep', 'end'] }

test('who is here is left open, and nothing can be closed until somebody decides', () => {
  const choices = usualChoices([expected, present])
  expect(choices).toEqual({ b: 'cancel', c: '' })
  expect(answersOf([expected, present], choices)).toBeUndefined()
  expect(answersOf([expected, present], { ...choices, c: 'end' })).toEqual([
    { bookingId: 'b', how: 'cancel' },
    { bookingId: 'c', how: 'end' },
  ])
})

test('a time that was found is one of the options', () => {
  expect(optionsOf(expected)).toEqual(['cancel', 'move 0'])
  expect(answersOf([expected], { b: 'move 0' })).toEqual([{ bookingId: 'b', how: 'move', to }])
})

test('one choice for all reaches those for whom it is possible', () => {
  expect(chosenForAll([expected, present], { b: 'move 0', c: 'keep' }, 'cancel')).toEqual({
    b: 'cancel',
    c: 'keep',
  })
})
