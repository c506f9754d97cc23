import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

type Staff = Outputs['staff']
export type RoleRefusal =
  | Extract<Staff['grant'], { granted: false }>['refusal']
  | Extract<Staff['extend'], { extended: false }>['refusal']
  | Extract<Staff['revoke'], { revoked: false }>['refusal']

/** Why a role could not be given, moved or taken back. */
export function describeRoleRefusal(refusal: RoleRefusal, words: Messages['staff']): string {
  switch (refusal.reason) {
    case 'yourself':
      return words.yourself
    case 'cannot-sign-in':
      return words.cannotSignIn
    case 'already-held':
      return words.alreadyHeld(refusal.untilLabel)
    case 'until-past':
      return words.untilPast
    case 'until-too-far':
      return words.untilTooFar(refusal.latestLabel)
    case 'not-in-force':
      return words.notInForce
    case 'last-manager':
      return words.lastManager
  }
}

/** Why a phone could not be reset. */
export function describeResetRefusal(
  refusal: Extract<Staff['resetFactor'], { reset: false }>['refusal'],
  words: Messages['staff'],
): string {
  switch (refusal.reason) {
    case 'yourself':
      return words.resetYourself
    case 'no-factor':
      return words.noFactor
  }
}
