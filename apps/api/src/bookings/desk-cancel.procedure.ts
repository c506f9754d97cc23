import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { newId } from '@officine/db/new-id'
import { withTenant } from '@officine/db/with-tenant'
import { bookingView } from '../booking-view.ts'
import { cancelBooking } from './cancel.ts'
import { language, uuid } from '../inputs.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import { why } from '../inputs.ts'

export const deskCancelProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ bookingId: uuid, why, language }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const { lateCancelHours } = town.config.rules.attendance
    const outcome = await withTenant(db, town.id, async (tx) => {
      const done = await cancelBooking(tx, {
        bookingId: input.bookingId,
        holderId: undefined,
        why: input.why,
        lateCancelHours,
        now,
      })
      if (done?.cancelled && done.isNew) {
        await insertAuditEvent(tx, {
          id: newId(now),
          at: now,
          actorId: staff.person.id,
          action: 'booking.cancel',
          subjectId: input.bookingId,
          // The reason stands with the booking, as its holder reads it, and is let go with it: what people write there may be about their health.
          details: {},
        })
      }
      return done
    })
    if (outcome === undefined) throw notFound('booking')
    if (!outcome.cancelled) return outcome
    return {
      cancelled: true as const,
      isLate: outcome.isLate,
      booking: bookingView(outcome.record, town, input.language, now),
    }
  })
