import { describeRefusal } from '../bookings/describe-refusal.ts'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type WaitRefusal = Extract<Outputs['desk']['waitFor'], { waits: false }>['refusal']

/** Why somebody cannot wait, in a sentence to be read out. */
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
