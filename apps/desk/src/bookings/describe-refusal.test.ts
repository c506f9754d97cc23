import { expect, test } from 'vitest'
import { messages as english } from '../messages/en.ts'
import { messages as italian } from '../messages/it.ts'
import { describeRefusal, describeWayOn, isAboutPlaces, type Refusal } from './describe-refusal.ts'

const children = { poolId: 'p-2', poolSlug: 'care', poolName: 'Spazio bimbi' }
const refusals: Refusal[] = [
  { reason: 'past' },
  { reason: 'no-such-time' },
  { reason: 'off-grid', cells: ['9:00-14:00', '14:00-19:00'] },
  { reason: 'closed-day', because: 'holiday' },
  { reason: 'not-yet-open', opensAtLabel: 'lunedì 30 novembre, ore 9:00' },
  { reason: 'booking-closed', closedAtLabel: 'lunedì 23 novembre, ore 9:00' },
  { reason: 'already-booked', bookingId: 'b1', timeLabel: 'mercoledì 25 novembre, 9:00-14:00' },
  { reason: 'cap-reached', per: 'isoWeek', max: 3, unit: 'slots', used: 3 },
  { reason: 'not-eligible', why: 'age', who: 'holder' },
  {
    reason: 'paused',
    untilLabel: 'lunedì 30 novembre',
    missedLabels: ['lunedì 2 novembre', 'lunedì 9 novembre', 'lunedì 16 novembre'],
  },
  { reason: 'held-for-reserve', releasedAtLabel: 'giovedì 26 novembre, ore 12:00' },
  { reason: 'full' },
  { reason: 'different-request' },
  { reason: 'notice-not-accepted' },
  { reason: 'place-taken' },
  { reason: 'group-too-large', max: 4 },
  { reason: 'group-does-not-fit', free: 2 },
  { reason: 'not-contiguous' },
  { reason: 'component-full', ...children },
  { reason: 'component-closed', ...children },
  { reason: 'component-not-offered', ...children },
  { reason: 'too-many-companions', max: 1, ...children },
  { reason: 'child-missing', ...children },
  { reason: 'child-twice', ...children },
  { reason: 'not-eligible', why: 'age', who: 'child', ageAtLeast: 3, ageBelow: 11, ...children },
  { reason: 'cap-reached', per: 'isoWeek', max: 6, unit: 'slots', used: 6, ...children },
]

test.each([
  ['Italian', italian],
  ['English', english],
])('no two refusals share their sentence in %s', (_language, words) => {
  const sentences = refusals.map((refusal) => describeRefusal(refusal, words.refusals))
  expect(new Set(sentences).size).toBe(refusals.length)
})

test.each([
  [
    'says the cap and what is already used',
    refusals[7],
    'La regola dà a ogni persona 3 prenotazioni a settimana: ne hai già 3 prenotazioni.',
  ],
  ['says which day is closed for what', refusals[3], 'Quel giorno è festa, e siamo chiusi.'],
  [
    'says when bookings open',
    refusals[4],
    'Le prenotazioni per quel giorno aprono lunedì 30 novembre, ore 9:00.',
  ],
  [
    'names what was full of all that went together, and says that nothing is booked',
    { reason: 'component-full', ...children } satisfies Refusal,
    '«Spazio bimbi»: in questo orario i posti sono finiti. Andava tutto insieme, quindi non abbiamo prenotato nulla.',
  ],
  [
    'says the ages of a childcare place with both ends included',
    {
      reason: 'not-eligible',
      why: 'age',
      who: 'child',
      ageAtLeast: 3,
      ageBelow: 11,
      ...children,
    } satisfies Refusal,
    '«Spazio bimbi» è per bambini e ragazzi da 3 a 10 anni. Non abbiamo prenotato nulla.',
  ],
])('a refusal %s', (_what, refusal, sentence) => {
  expect(refusal && describeRefusal(refusal, italian.refusals)).toBe(sentence)
})

test('a cap in minutes is told in hours', () => {
  const refusal: Refusal = { reason: 'cap-reached', per: 'day', max: 150, unit: 'minutes', used: 120 }
  expect(describeRefusal(refusal, italian.refusals)).toContain('2,5 ore')
})

test('another time is offered as an answer only when places are what was missing', () => {
  expect(refusals.filter(isAboutPlaces).map(({ reason }) => reason)).toEqual([
    'held-for-reserve',
    'full',
    'place-taken',
    'group-does-not-fit',
    'not-contiguous',
    'component-full',
  ])
})

test('who is not entitled is not sent to try other times', () => {
  const said = refusals.map((refusal) => [refusal.reason, describeWayOn(refusal, italian.refused)])
  expect(Object.fromEntries(said)).toMatchObject({
    'not-eligible': undefined,
    full: italian.refused.noneNear,
    'cap-reached': italian.refused.otherTime,
  })
})
