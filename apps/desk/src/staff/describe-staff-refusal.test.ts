import { expect, test } from 'vitest'
import { messages } from '../messages/it.ts'
import { describeResetRefusal, describeRoleRefusal } from './describe-staff-refusal.ts'

const words = messages.staff

test.each([
  [{ reason: 'yourself' }, 'Il tuo ruolo lo può cambiare solo un altro responsabile.'],
  [{ reason: 'cannot-sign-in' }, 'manca il codice fiscale'],
  [{ reason: 'already-held', untilLabel: '1 marzo 2027' }, 'fino al 1 marzo 2027'],
  [{ reason: 'until-past' }, 'Questo giorno è già passato'],
  [{ reason: 'until-too-far', latestLabel: '1 marzo 2027' }, 'l’ultimo giorno possibile è il 1 marzo 2027'],
  [{ reason: 'not-in-force' }, 'Questo ruolo è già finito'],
  [{ reason: 'last-manager' }, 'Prima dai il ruolo di responsabile a un’altra persona.'],
] as const)('%j is said plainly', (refusal, sentence) => {
  expect(describeRoleRefusal(refusal, words)).toContain(sentence)
})

test('a phone that cannot be reset is said with what to do instead', () => {
  expect(describeResetRefusal({ reason: 'yourself' }, words)).toContain('Il tuo accesso')
  expect(describeResetRefusal({ reason: 'no-factor' }, words)).toContain('non c’è niente da scollegare')
})
