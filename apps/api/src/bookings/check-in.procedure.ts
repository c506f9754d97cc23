import { z } from 'zod'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { unitText } from '../booking-view.ts'
import { language, uuid } from '../inputs.ts'
import { dayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'
import type { CheckInOutcome, Recognised } from './check-in.ts'
import { deskBooking } from './desk-booking.ts'
import { letIn } from './let-in.ts'
import type { LetInOutcome } from './let-in.ts'
import { restoreRefusalView } from './restore-refusal-view.ts'

const typed = z.string().trim().min(1, 'is empty').max(80, 'is too long')

export const checkInProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ code: typed.optional(), qr: typed.optional(), bookingId: uuid.optional(), language }))
  .mutation(async ({ ctx, input }) => {
    const { town, staff, now } = ctx
    const how = recognisedBy(input)
    const outcome: LetInOutcome =
      how === undefined
        ? { checkedIn: false, refusal: { reason: 'unknown-code' } }
        : await letIn(ctx, how, staff.person.id)
    if (outcome.checkedIn) {
      return {
        checkedIn: true as const,
        booking: deskBooking(outcome.record, town, input.language, now),
        unitLabel: unitText(outcome.record, input.language),
      }
    }
    const refusal =
      'late' in outcome ? sayLate(outcome, input.language) : say(outcome.refusal, input.language)
    return { checkedIn: false as const, refusal }
  })

/** Who came after the grace and cannot simply sit down: whose booking it is, and where else they could sit. */
function sayLate({ late, record, town }: Extract<LetInOutcome, { late: unknown }>, language: TextLanguage) {
  return {
    reason: 'came-late' as const,
    bookingId: record.id,
    personId: record.personId,
    personName: `${record.givenName} ${record.familyName}`,
    unitLabel: unitText(record, language),
    because: restoreRefusalView(late, town, language),
  }
}

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
