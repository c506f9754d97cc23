import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { findCall, settleCall } from '@officine/db/call-list'
import { newId } from '@officine/db/new-id'
import { withTenant } from '@officine/db/with-tenant'
import { uuid } from '../inputs.ts'
import { deskProcedure, notFound } from '../procedures.ts'

/** Writes how a call ended. Of two who settle the same call the second is told that it was. */
export const settleCallProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ callId: uuid, outcome: z.enum(['reached', 'given-up']) }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const by = staff.person.id
    const settled = await withTenant(db, town.id, async (tx) => {
      const call = await findCall(tx, input.callId)
      if (call === undefined) return undefined
      const isFirst = await settleCall(tx, call.id, { outcome: input.outcome, by, now })
      if (isFirst) {
        await insertAuditEvent(tx, {
          id: newId(now),
          at: now,
          actorId: by,
          action: 'call.settle',
          subjectId: call.personId,
          reason: call.topic,
          details: { callId: call.id, outcome: input.outcome },
        })
      }
      return isFirst
    })
    if (settled === undefined) throw notFound('call')
    return settled
      ? ({ settled: true } as const)
      : ({ settled: false, refusal: { reason: 'settled-already' } } as const)
  })
