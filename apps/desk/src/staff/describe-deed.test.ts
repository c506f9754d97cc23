import { expect, test } from 'vitest'
import { messages } from '../messages/it.ts'
import { describeDeed } from './describe-deed.ts'

const deed = { action: 'person.open-record', by: 'Marta Galli' }
const granted = {
  action: 'staff-role-granted',
  whom: 'Marco Riva',
  role: 'operator',
  untilLabel: '1 marzo 2027',
}

test.each([
  [{}, 'ha aperto una scheda'],
  [granted, 'ha dato un ruolo: Marco Riva, operatore fino al 1 marzo 2027'],
  [{ action: 'staff-factor-connected', whom: 'Marta Galli' }, 'ha collegato il telefono'],
  [{ action: 'something.new' }, 'ha fatto un’altra operazione (something.new)'],
])('%j is told in words', (change, sentence) => {
  expect(describeDeed({ ...deed, ...change }, messages.staff)).toBe(sentence)
})
