import { expect, test } from 'vitest'
import { messages } from '../messages/it.ts'
import { describeFault } from './describe-fault.ts'

const words = messages.unsent.faults

test.each([
  ['ESOCKET', words.serverAway],
  ['EAUTH', words.signIn],
  ['535', words.signIn],
  ['451', words.askedToWait],
  ['554', words.refusedByServer],
  ['5.1.1', words.addressGone],
  ['5.2.2', words.mailboxFull],
  ['5.7.1', words.turnedAway],
  ['4.4.1', words.heldUp],
  ['town-away', words.suspended],
  ['defect', words.defect],
  ['EQUALCOSA', words.other('EQUALCOSA')],
])('%s is said in plain words', (code, sentence) => {
  expect(describeFault(code, words)).toBe(sentence)
})
