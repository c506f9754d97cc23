import { z } from 'zod'
import { findBooking } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import { bookingView } from '../booking-view.ts'
import { language, uuid } from '../inputs.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import { deedsOn } from '../desk-deeds.ts'

/** One booking as it stands now, with what the counter can do about it. */
export const deskByIdProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ bookingId: uuid, language }))
  .query(async ({ ctx: { db, town, now }, input }) => {
    const record = await withTenant(db, town.id, (tx) => findBooking(tx, input.bookingId, 'read'))
    if (record === undefined) throw notFound('booking')
    return {
      ...bookingView(record, town, input.language, now),
      personId: record.personId,
      personName: `${record.givenName} ${record.familyName}`,
      deeds: deedsOn(record, town, now),
    }
  })
