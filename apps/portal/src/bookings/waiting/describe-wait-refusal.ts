import type { Messages } from '../../messages/it.ts'
import type { Outputs } from '../../trpc.ts'
import { describeRefusal } from '../describe-refusal.ts'

export type WaitRefusal = Extract<Outputs['bookings']['waitFor'], { waits: false }>['refusal']

/** Why somebody cannot wait, in a sentence: those of the list, then whatever keeps from booking. */
export function describeWaitRefusal(
  refusal: WaitRefusal,
  { waiting: words, refusals }: Pick<Messages, 'waiting' | 'refusals'>,
): string {
  if (refusal.reason === 'free-now') return words.freeNow
  if (refusal.reason === 'already-waiting') return words.already
  if (refusal.reason === 'too-late-to-wait') return words.tooLate
  if (refusal.reason === 'too-many-waits') return words.tooMany(refusal.max)
  if (refusal.reason === 'list-full') return words.listFull(refusal.max)
  return describeRefusal(refusal, refusals)
}
