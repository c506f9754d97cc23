import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

type JoinRefusal = Extract<Outputs['dependants']['join'], { joined: false }>['refusal']

/** Why a code did not work, and what to do. */
export function describeJoinRefusal(refusal: JoinRefusal, words: Messages['family']): string {
  switch (refusal.reason) {
    case 'unknown-code':
      return words.unknownCode
    case 'own-child':
      return words.ownChild
    case 'has-second-parent':
      return words.alreadyTwo
  }
}
