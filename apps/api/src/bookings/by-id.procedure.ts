import QRCode from 'qrcode'
import { z } from 'zod'
import { findExcuse } from '@officine/db/attendance'
import { findBooking } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import { citizenProcedure, notFound } from '../procedures.ts'
import { bookingView } from '../booking-view.ts'
import { language, uuid } from '../inputs.ts'

export const byIdProcedure = citizenProcedure
  .input(z.object({ bookingId: uuid, language }))
  .query(async ({ ctx: { db, town, citizen, now }, input }) => {
    const [record, excusedBecause] = await withTenant(db, town.id, (tx) =>
      Promise.all([findBooking(tx, input.bookingId, 'read'), findExcuse(tx, input.bookingId)]),
    )
    if (record === undefined || record.personId !== citizen.person.id) throw notFound('booking')
    // The code finds the booking, the secret proves that the paper is the holder's.
    const qrSvg = await QRCode.toString(`${record.code}.${record.qrSecret}`, {
      type: 'svg',
      margin: 1,
      errorCorrectionLevel: 'M',
    })
    // Read back to who said it, and to nobody else.
    return { ...bookingView(record, town, input.language, now), excusedBecause, qrSvg }
  })
