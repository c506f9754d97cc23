import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { findCall } from '@officine/db/call-list'
import { newId } from '@officine/db/new-id'
import { withTenant } from '@officine/db/with-tenant'
import { language, uuid } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { deskProcedure, notFound } from '../procedures.ts'

/** Shows the number to dial and what there is to say, and writes down who looked: the call is the reason. */
export const openCallProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ callId: uuid, language }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const call = await withTenant(db, town.id, async (tx) => {
      const found = await findCall(tx, input.callId)
      if (found === undefined) return undefined
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: staff.person.id,
        action: 'call.open',
        subjectId: found.personId,
        reason: found.topic,
        details: { callId: found.id },
      })
      return found
    })
    if (call === undefined) throw notFound('call')
    return {
      callId: call.id,
      personName: `${call.givenName} ${call.familyName}`,
      phone: call.phone ?? undefined,
      topic: call.topic,
      because: call.because,
      startsAtLabel: instantText(call.startsAt, input.language),
      status: call.status,
      settled: call.outcome ?? undefined,
    }
  })
