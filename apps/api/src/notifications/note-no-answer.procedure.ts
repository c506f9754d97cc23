import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { findCall, noteNoAnswer } from '@officine/db/call-list'
import { newId } from '@officine/db/new-id'
import { withTenant } from '@officine/db/with-tenant'
import { uuid } from '../inputs.ts'
import { deskProcedure, notFound } from '../procedures.ts'

/** Writes that nobody answered: the call stays, with one try more. `triesSeen` is how many the clerk saw, so that a click that arrives twice counts once. */
export const noteNoAnswerProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ callId: uuid, triesSeen: z.number().int().min(0).max(1_000) }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const outcome = await withTenant(db, town.id, async (tx) => {
      const call = await findCall(tx, input.callId)
      if (call === undefined) return undefined
      const noted = await noteNoAnswer(tx, call.id, input.triesSeen, now)
      if (noted?.isNew === true) {
        await insertAuditEvent(tx, {
          id: newId(now),
          at: now,
          actorId: staff.person.id,
          action: 'call.no-answer',
          subjectId: call.personId,
          reason: call.topic,
          details: { callId: call.id, tries: noted.tries },
        })
      }
      return noted ?? 'settled-already'
    })
    if (outcome === undefined) throw notFound('call')
    return outcome === 'settled-already'
      ? ({ noted: false, refusal: { reason: 'settled-already' } } as const)
      : ({ noted: true, tries: outcome.tries } as const)
  })
