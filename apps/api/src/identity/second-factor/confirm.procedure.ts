import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { newId } from '@officine/db/new-id'
import { lockPersons } from '@officine/db/pools'
import {
  confirmSecret,
  findSecondFactor,
  replaceRecoveryCodes,
  updateTries,
} from '@officine/db/second-factors'
import { closeSessionsOf } from '@officine/db/sessions'
import { withTenant } from '@officine/db/with-tenant'
import { deviceOf } from '@officine/domain/identity/device'
import { decideFactor } from '@officine/domain/identity/second-factor'
import { language, plainText } from '../../inputs.ts'
import { factorProcedure } from '../../procedures.ts'
import { setTokenCookie } from '../cookies.ts'
import { openSession } from '../open-session.ts'
import { assertMayConnect } from './assert-may-connect.ts'
import { factorRefusalView } from './factor-refusal-view.ts'
import { newRecoveryCodes, readCode, shownCode } from './recovery-codes.ts'
import { findStep } from './totp.ts'

/** Takes the first code of the phone that read the secret: from then on it is the second factor, its recovery codes are told once, and every other session of the person ends. */
export const confirmProcedure = factorProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ code: plainText(40), language }))
  .mutation(async ({ ctx, input }) => {
    const { db, keyring, town, staff, now, request, reply, cookieName } = ctx
    const read = readCode(input.code)
    if (read?.kind !== 'phone') return { confirmed: false, refusal: { reason: 'malformed' } } as const
    const { id: personId } = staff.person
    const answer = await withTenant(db, town.id, async (tx) => {
      await lockPersons(tx, [personId])
      const factor = await findSecondFactor(tx, keyring, personId)
      assertMayConnect(factor, staff, now)
      if (factor?.pending === undefined || factor.pending.sessionId !== staff.sessionId) return 'not-begun'
      const { secret } = factor.pending
      // No code of a secret that was never confirmed has been taken.
      const decision = decideFactor({ ...factor, lastStep: 0 }, findStep(secret, read.code, now), now)
      const { remembered } = decision
      await updateTries(
        tx,
        personId,
        decision.given ? remembered : { ...remembered, lastStep: factor.lastStep },
      )
      if (!decision.given) return decision
      await confirmSecret(tx, keyring, personId, secret, now)
      const codes = newRecoveryCodes()
      await replaceRecoveryCodes(tx, keyring, personId, codes, now)
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: personId,
        action: 'staff-factor-connected',
        subjectId: personId,
      })
      await closeSessionsOf(tx, personId, now)
      const session = await openSession(tx, {
        personId,
        device: deviceOf(request.headers['user-agent']),
        now,
        secondFactorAt: now,
        expiresAt: staff.expiresAt,
      })
      return { given: true as const, codes, session }
    })
    if (answer === 'not-begun') return { confirmed: false, refusal: { reason: 'not-begun' } } as const
    if (!answer.given)
      return { confirmed: false, refusal: factorRefusalView(answer.refusal, input.language, now) } as const
    setTokenCookie(reply, cookieName, answer.session.token, { expiresAt: answer.session.expiresAt, now })
    return { confirmed: true, recoveryCodes: answer.codes.map(shownCode) } as const
  })
