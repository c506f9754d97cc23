import { expect, test } from 'vitest'
import { messages as english } from '../messages/en.ts'
import { messages as italian } from '../messages/it.ts'
import { describeDeed } from './describe-deed.ts'
import { describeEraseRefusal } from './describe-erase-refusal.ts'

test.each([
  ['Italian', italian],
  ['English', english],
])('who did not type the sentence is told which one, in %s', (_language, { myData }) => {
  const refusal = { reason: 'not-confirmed', phrase: myData.erasePhrase } as const
  expect(describeEraseRefusal(refusal, myData)).toContain(myData.erasePhrase)
})

test('who is inside is told to leave first, who works here to end the role', () => {
  const sentences = (['is-inside', 'holds-a-role'] as const).map((reason) =>
    describeEraseRefusal({ reason }, italian.myData),
  )
  expect(new Set(sentences).size).toBe(2)
})

test('a deed that has no words yet is told all the same', () => {
  expect(describeDeed('person.open-record', italian.myData)).toBe('ha aperto la tua scheda')
  expect(describeDeed('something.new', italian.myData)).toBe(italian.myData.otherDeed)
})
