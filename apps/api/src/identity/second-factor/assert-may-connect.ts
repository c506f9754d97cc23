import { TRPCError } from '@trpc/server'
import type { OpenedFactor } from '@officine/db/second-factors'
import {
  findMissingFactor,
  freshFactorMilliseconds,
  freshSignInMilliseconds,
} from '@officine/domain/identity/second-factor'
import { missingSecondFactor } from '../../missing-second-factor.ts'
import type { SignedIn } from '../find-signed-in.ts'

/**
 * Throws unless this session may connect a phone: with the code of the one before given lately; for the first, after a sign-in of just now. A cookie that was
 * left on a shared computer, or stolen later, connects no phone of somebody else's.
 */
export function assertMayConnect(factor: OpenedFactor | undefined, staff: SignedIn, now: Date): void {
  if (findMissingFactor(staff, now, freshFactorMilliseconds) === undefined) return
  if (factor?.secret !== undefined) throw missingSecondFactor('second-factor-needed')
  if (now.getTime() - staff.startedAt.getTime() >= freshSignInMilliseconds)
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in again to connect the first phone.' })
}
