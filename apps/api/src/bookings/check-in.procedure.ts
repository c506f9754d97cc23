import { z } from 'zod'
import { withTenant } from '@officine/db/with-tenant'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { unitText } from '../booking-view.ts'
import { language, uuid } from '../inputs.ts'
import { dayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'
import { checkIn } from './check-in.ts'
import type { CheckInOutcome, Recognised } from './check-in.ts'
import { deskBooking } from './desk-booking.ts'

const typed = z.string().trim().min(1, 'is empty').max(80, 'is too long')

export const checkInProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ code: typed.optional(), qr: typed.optional(), bookingId: uuid.optional(), language }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const how = recognisedBy(input)
    const outcome: CheckInOutcome =
      how === undefined
        ? { checkedIn: false, refusal: { reason: 'unknown-code' } }
        : await withTenant(db, town.id, (tx) => checkIn(tx, how, staff.person.id, now))
    return outcome.checkedIn
      ? {
          checkedIn: true as const,
          booking: deskBooking(outcome.record, town, input.language, now),
          unitLabel: unitText(outcome.record, input.language),
        }
      : { checkedIn: false as const, refusal: say(outcome.refusal, input.language) }
  })

function recognisedBy({
  code,
  qr,
  bookingId,
}: {
  code?: string | undefined
  qr?: string | undefined
  bookingId?: string | undefined
}): Recognised | undefined {
  if (bookingId !== undefined) return { bookingId }
  if (qr !== undefined) return { qr }
  if (code === undefined) return undefined
  // A scanner types what it reads into the same field as a person does.
  return code.includes('.') ? { qr: code } : { code }
}

function say(refusal: (CheckInOutcome & { checkedIn: false })['refusal'], language: TextLanguage) {
  switch (refusal.reason) {
    case 'unknown-code':
      return { reason: refusal.reason }
    case 'not-today':
      return { reason: refusal.reason, dayLabel: dayText(refusal.day, language) }
    case 'already-checked-in':
      return { reason: refusal.reason, at: localTimeOf(refusal.at) }
    case 'not-active':
      return { reason: refusal.reason, status: refusal.status }
  }
}
