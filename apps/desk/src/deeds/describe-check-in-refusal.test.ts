import { expect, test } from 'vitest'
import { messages as english } from '../messages/en.ts'
import { messages as italian } from '../messages/it.ts'
import { type CheckInRefusal, describeCheckInRefusal } from './describe-check-in-refusal.ts'

const refusals: readonly CheckInRefusal[] = [
  { reason: 'unknown-code' },
  { reason: 'not-today', dayLabel: 'mercoledì 25 novembre' },
  { reason: 'already-checked-in', at: '09:02' },
  { reason: 'not-active', status: 'cancelled' },
  { reason: 'not-active', status: 'completed' },
  { reason: 'not-active', status: 'no-show' },
  {
    reason: 'came-late',
    bookingId: 'b1',
    personId: 'p1',
    personName: 'Ada Riva',
    unitLabel: 'Postazione 4',
    because: { reason: 'place-given-away', insteadLabel: 'Postazione 7' },
  },
]

test.each([
  ['Italian', italian],
  ['English', english],
])('each refusal at the door is told in its own words in %s', (_language, messages) => {
  const titles = refusals.map((refusal) => describeCheckInRefusal(refusal, messages).title)
  expect(new Set(titles).size).toBe(refusals.length)
})

test('who comes on the wrong day is told which day it is', () => {
  const refusal = { reason: 'not-today', dayLabel: 'mercoledì 25 novembre' } as const
  expect(describeCheckInRefusal(refusal, italian).title).toBe(
    'Questa prenotazione è per mercoledì 25 novembre',
  )
})
