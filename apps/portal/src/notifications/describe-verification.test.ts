import { expect, test } from 'vitest'
import { messages } from '../messages/it.ts'
import { describeConfirmation, describeVerification } from './describe-verification.ts'

const words = messages.messages

test.each([
  [{ asked: true, address: 'elena@example.org' }, 'Ti abbiamo scritto a elena@example.org: apri il link.'],
  [
    { asked: false, refusal: { reason: 'too-soon', waitSeconds: 61 } },
    'Ti abbiamo appena scritto. Guarda anche nella posta indesiderata: fra 2 minuti puoi richiederlo.',
  ],
  [
    { asked: false, refusal: { reason: 'too-soon', waitSeconds: 20 } },
    'Ti abbiamo appena scritto. Guarda anche nella posta indesiderata: fra un minuto puoi richiederlo.',
  ],
] as const)('asking for the link again: %j', (answer, sentence) => {
  expect(describeVerification(answer, words)).toBe(sentence)
})

test('an old link says how to have a new one', () => {
  expect(describeConfirmation({ confirmed: false, refusal: { reason: 'expired-link' } }, words)).toContain(
    'un altro',
  )
})
