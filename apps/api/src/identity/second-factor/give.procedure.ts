import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import type { Keyring } from '@officine/db/keyring'
import { newId } from '@officine/db/new-id'
import { lockPersons } from '@officine/db/pools'
import { findSecondFactor, isRecoveryCode, takeRecoveryCode, updateTries } from '@officine/db/second-factors'
import type { OpenedFactor } from '@officine/db/second-factors'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideFactor } from '@officine/domain/identity/second-factor'
import { language, plainText } from '../../inputs.ts'
import { missingSecondFactor } from '../../missing-second-factor.ts'
import { factorProcedure } from '../../procedures.ts'
import { setTokenCookie } from '../cookies.ts'
import { elevateSession } from './elevate-session.ts'
import { factorRefusalView } from './factor-refusal-view.ts'
import { readCode } from './recovery-codes.ts'
import { findStep } from './totp.ts'

/** Takes a code of the phone or a recovery code, each once, and gives the browser a session that holds the second factor. */
export const giveProcedure = factorProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ code: plainText(40), language }))
  .mutation(async ({ ctx, input }) => {
    const { db, keyring, town, staff, now, request, reply, cookieName } = ctx
    const read = readCode(input.code)
    if (read === undefined) return { given: false, refusal: { reason: 'malformed' } } as const
    const { id: personId } = staff.person
    const answer = await withTenant(db, town.id, async (tx) => {
      await lockPersons(tx, [personId]) // two tries at once count as two, and one code is taken once
      const factor = await findSecondFactor(tx, keyring, personId)
      if (factor?.secret === undefined) throw missingSecondFactor('second-factor-not-enrolled')
      const step = await stepFor(tx, keyring, { personId, secret: factor.secret, read, now })
      const decision = decideFactor(factor, step, now)
      await rememberTries(tx, personId, factor, decision.remembered)
      if (!decision.given) {
        const isLast = decision.refusal.reason === 'too-many' && decision.remembered !== factor
        if (isLast) await tell(tx, personId, 'staff-factor-blocked', now)
        return decision
      }
      const codesLeft =
        step === 'recovery' ? await takeRecoveryCode(tx, keyring, personId, read.code, now) : undefined
      if (step === 'recovery') await tell(tx, personId, 'staff-recovery-code-used', now)
      const session = await elevateSession(tx, staff, request.headers['user-agent'], now)
      return { given: true as const, codesLeft, session }
    })
    if (!answer.given)
      return { given: false, refusal: factorRefusalView(answer.refusal, input.language, now) } as const
    setTokenCookie(reply, cookieName, answer.session.token, { expiresAt: answer.session.expiresAt, now })
    return { given: true, codesLeft: answer.codesLeft } as const
  })

interface Typed {
  readonly personId: string
  readonly secret: string
  readonly read: { readonly kind: 'phone' | 'recovery'; readonly code: string }
  readonly now: Date
}

async function stepFor(tx: TenantTransaction, keyring: Keyring, { personId, secret, read, now }: Typed) {
  if (read.kind === 'phone') return findStep(secret, read.code, now)
  return (await isRecoveryCode(tx, keyring, personId, read.code)) ? ('recovery' as const) : undefined
}

async function rememberTries(
  tx: TenantTransaction,
  personId: string,
  before: OpenedFactor,
  remembered: Parameters<typeof updateTries>[2],
): Promise<void> {
  if (remembered !== before) await updateTries(tx, personId, remembered)
}

function tell(tx: TenantTransaction, personId: string, action: string, now: Date): Promise<void> {
  return insertAuditEvent(tx, { id: newId(now), at: now, actorId: personId, action, subjectId: personId })
}
