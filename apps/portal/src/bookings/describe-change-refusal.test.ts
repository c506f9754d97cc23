import { expect, test } from 'vitest'
import { messages } from '../messages/it.ts'
import {
  describeChangeRefusal,
  describeDateRefusal,
  describeLeaveRefusal,
} from './describe-change-refusal.ts'

test.each([
  ['that has begun', { reason: 'already-started' }, messages.changes.alreadyStarted],
  ['that is cancelled', { reason: 'not-active', status: 'cancelled' }, messages.changes.notActive],
  ['at the end of the day', { reason: 'no-later-cell' }, messages.changes.noLaterTime],
  ['to a full time', { reason: 'full' }, messages.refusals.full],
] as const)('a booking %s cannot change, and the sentence says why', (_which, refusal, sentence) => {
  expect(describeChangeRefusal(refusal, messages)).toBe(sentence)
})

test('a date that could be had says that another could not', () => {
  expect(describeDateRefusal({ reason: 'others-refused' }, messages)).toBe(messages.changes.othersRefused)
  expect(describeDateRefusal({ reason: 'closed-day', because: 'holiday' }, messages)).toBe(
    messages.refusals.closedDay.holiday,
  )
})

test('each way of not being able to leave early has its sentence', () => {
  const sentences = [
    { reason: 'not-checked-in', status: 'confirmed' } as const,
    { reason: 'not-begun' } as const,
    { reason: 'already-over' } as const,
  ].map((refusal) => describeLeaveRefusal(refusal, messages.changes))
  expect(new Set(sentences).size).toBe(3)
})
