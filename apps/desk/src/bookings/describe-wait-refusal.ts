import { describeRefusal } from '../bookings/describe-refusal.ts'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type WaitRefusal = Extract<Outputs['desk']['waitFor'], { waits: false }>['refusal']

/** Why somebody cannot wait, in a sentence to be read out. */
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
