import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { findCall } from '@officine/db/call-list'
import { newId } from '@officine/db/new-id'
import { findPreference } from '@officine/db/notification-preferences'
import { findBookingToTell } from '@officine/db/word-booking'
import { withTenant } from '@officine/db/with-tenant'
import { language, uuid } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import { sayAloud } from './say-aloud.ts'

/** Shows the number to dial and what there is to say, and writes down who looked: the call is the reason. */
export const openCallProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ callId: uuid, language }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const opened = await withTenant(db, town.id, async (tx) => {
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
      const booking = await findBookingToTell(tx, found.bookingId)
      const preference = await findPreference(tx, found.personId)
      return { call: found, booking, speaks: preference?.language ?? ('it' as const) }
    })
    if (opened?.booking === undefined) throw notFound('call')
    const { call, booking, speaks } = opened
    return {
      callId: call.id,
      personName: `${call.givenName} ${call.familyName}`,
      phone: call.phone ?? undefined,
      topic: call.topic,
      because: call.because,
      startsAtLabel: instantText(call.startsAt, input.language),
      status: call.status,
      tries: call.tries,
      triedAtLabel: call.triedAt === null ? undefined : instantText(call.triedAt, input.language),
      /** What the person would have read, in the language of this desk. */
      say: sayAloud(call.topic, booking, town, input.language, now),
      /** The language that the person asked to be written in. */
      speaks,
      settled: call.outcome ?? undefined,
    }
  })
