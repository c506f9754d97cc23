import { z } from 'zod'
import { withTenant } from '@officine/db/with-tenant'
import { citizenProcedure, notFound } from '../procedures.ts'
import { bookingView } from '../booking-view.ts'
import { cancelBooking } from './cancel.ts'
import { language, uuid } from '../inputs.ts'

export const cancelProcedure = citizenProcedure
  .input(z.object({ bookingId: uuid, language }))
  .mutation(async ({ ctx: { db, town, citizen, now }, input }) => {
    const { lateCancelHours } = town.config.rules.attendance
    const outcome = await withTenant(db, town.id, (tx) =>
      cancelBooking(tx, {
        bookingId: input.bookingId,
        holderId: citizen.person.id,
        why: undefined,
        lateCancelHours,
        now,
      }),
    )
    if (outcome === undefined) throw notFound('booking')
    if (!outcome.cancelled) return outcome
    return {
      cancelled: true as const,
      isLate: outcome.isLate,
      booking: bookingView(outcome.record, town, input.language, now),
    }
  })
