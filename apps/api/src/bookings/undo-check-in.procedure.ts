import { z } from 'zod'
import { withTenant } from '@officine/db/with-tenant'
import { uuid } from '../inputs.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import { undoCheckIn } from './check-in.ts'
import { why } from '../inputs.ts'

export const undoCheckInProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ bookingId: uuid, why }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const outcome = await withTenant(db, town.id, (tx) =>
      undoCheckIn(tx, input.bookingId, input.why, staff.person.id, now),
    )
    if (outcome === undefined) throw notFound('booking')
    return outcome.undone
      ? { undone: true as const }
      : { undone: false as const, refusal: { reason: 'not-checked-in' as const } }
  })
