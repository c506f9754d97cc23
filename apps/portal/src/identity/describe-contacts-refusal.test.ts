import { expect, test } from 'vitest'
import { messages } from '../messages/it.ts'
import { describeContactsRefusal, fieldIds } from './describe-contacts-refusal.ts'

test.each([
  ['no contact at all asks for one of the two', 'no-contact', fieldIds.email],
  ['a wrong e-mail leads to the e-mail', 'bad-email', fieldIds.email],
  ['a wrong telephone leads to the telephone', 'bad-phone', fieldIds.phone],
] as const)('%s', (_what, reason, fieldId) => {
  const error = describeContactsRefusal({ reason }, messages.identity)
  expect(error.fieldId).toBe(fieldId)
  expect(error.message.length).toBeGreaterThan(20)
})
