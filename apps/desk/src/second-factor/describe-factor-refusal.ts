import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

type Given = Outputs['secondFactor']['give']
type Confirmed = Outputs['secondFactor']['confirm']
export type FactorRefusal =
  | Extract<Given, { given: false }>['refusal']
  | Extract<Confirmed, { confirmed: false }>['refusal']

/** Why a code was not taken, and what to do about it. */
export function describeFactorRefusal(
  refusal: FactorRefusal,
  words: Messages['secondFactor'],
  isRecovery = false,
): string {
  switch (refusal.reason) {
    case 'wrong-code':
      return words.wrongCode(refusal.triesLeft)
    case 'already-used':
      return words.alreadyUsed
    case 'too-many':
      return words.tooMany(refusal.untilLabel, refusal.minutes)
    case 'malformed':
      return isRecovery ? words.malformedRecovery : words.malformedCode
    case 'not-begun':
      return words.notBegun
  }
}
