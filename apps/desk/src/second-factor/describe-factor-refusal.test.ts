import { expect, test } from 'vitest'
import { messages } from '../messages/it.ts'
import { describeFactorRefusal } from './describe-factor-refusal.ts'

const words = messages.secondFactor

test.each([
  [{ reason: 'wrong-code', triesLeft: 1 }, 'Il codice non è quello giusto. Resta un tentativo'],
  [{ reason: 'wrong-code', triesLeft: 3 }, 'Restano 3 tentativi'],
  [{ reason: 'already-used' }, 'Questo codice è già servito.'],
  [{ reason: 'too-many', untilLabel: '10:35', minutes: 1 }, 'Riprova dalle 10:35, fra un minuto.'],
  [{ reason: 'too-many', untilLabel: '10:35', minutes: 15 }, 'fra 15 minuti.'],
  [{ reason: 'malformed' }, 'ha 6 cifre'],
  [{ reason: 'not-begun' }, 'Questo QR non vale più.'],
] as const)('%j is said plainly', (refusal, sentence) => {
  expect(describeFactorRefusal(refusal, words)).toContain(sentence)
})

test('a recovery code cut short is not told to have six digits', () => {
  expect(describeFactorRefusal({ reason: 'malformed' }, words, true)).toContain('10 lettere e cifre')
})
