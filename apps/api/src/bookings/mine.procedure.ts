import { z } from 'zod'
import { listBookingsOf } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import { citizenProcedure } from '../procedures.ts'
import { bookingView, isOfferOver } from '../booking-view.ts'
import { language } from '../inputs.ts'

export const mineProcedure = citizenProcedure
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town, citizen, now }, input }) => {
    const records = await withTenant(db, town.id, (tx) => listBookingsOf(tx, citizen.person.id))
    const isUpcoming = ({ status, endsAt }: (typeof records)[number]) =>
      (status === 'confirmed' || status === 'checked-in') && endsAt > now
    const say = (record: (typeof records)[number]) => bookingView(record, town, input.language, now)
    const isOffered = ({ status }: (typeof records)[number]) => status === 'offered'
    const isPast = (record: (typeof records)[number]) =>
      !isUpcoming(record) && !isOffered(record) && !isOfferOver(record)
    return {
      /** Places that are held for an answer, the first to run out on top. */
      offers: records
        .filter(isOffered)
        .toSorted((a, b) => (a.offerExpiresAt?.getTime() ?? 0) - (b.offerExpiresAt?.getTime() ?? 0))
        .map(say),
      upcoming: records.filter(isUpcoming).toReversed().map(say),
      past: records.filter(isPast).map(say),
    }
  })
