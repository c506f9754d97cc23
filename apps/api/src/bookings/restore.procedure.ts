import { z } from 'zod'
import { findBooking } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import { bookingView } from '../booking-view.ts'
import { language, uuid, why } from '../inputs.ts'
import { deskProcedure } from '../procedures.ts'
import { droppedView } from './answer-booking.ts'
import { atCurrentTown } from './at-current-town.ts'
import { restoreBooking } from './restore.ts'
import { restoreRefusalView } from './restore-refusal-view.ts'

/** Puts right a booking that was cancelled or closed as an absence by mistake; `arrived` when the person stands at the counter. */
export const restoreProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ bookingId: uuid, arrived: z.boolean().default(false), why, language }))
  .mutation(async ({ ctx, input: { bookingId, arrived, why: reason, language: reader } }) => {
    const { db, staff, now } = ctx
    const { town, outcome } = await atCurrentTown(ctx, (current) =>
      restoreBooking(db, {
        town: current,
        bookingId,
        staffId: staff.person.id,
        why: reason,
        isHere: arrived,
        onlySamePlaces: false,
        now,
      }),
    )
    if (!outcome.restored)
      return { restored: false as const, refusal: restoreRefusalView(outcome.refusal, town, reader) }
    const record = await withTenant(db, town.id, (tx) => findBooking(tx, bookingId, 'read'))
    if (record === undefined) throw new Error('A booking just restored is not there')
    return {
      restored: true as const,
      booking: bookingView(record, town, reader, now),
      dropped: droppedView(outcome.dropped, town, reader),
    }
  })
