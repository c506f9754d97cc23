import type { Messages } from '../../messages/it.ts'
import type { Outputs } from '../../trpc.ts'
import { describeRefusal } from '../describe-refusal.ts'

export type WaitRefusal = Extract<Outputs['bookings']['waitFor'], { waits: false }>['refusal']

/** Why somebody cannot wait, in a sentence: those of the list, then whatever keeps from booking. */
export function describeWaitRefusal(
  refusal: WaitRefusal,
  { waiting: words, refusals }: Pick<Messages, 'waiting' | 'refusals'>,
): string {
  switch (refusal.reason) {
    case 'free-now':
      return words.freeNow
    case 'already-waiting':
      return words.already
    case 'too-late-to-wait':
      return words.tooLate
    case 'too-many-waits':
      return words.tooMany(refusal.max)
    case 'list-full':
      return words.listFull(refusal.max)
    default:
      return describeRefusal(refusal, refusals)
  }
}
