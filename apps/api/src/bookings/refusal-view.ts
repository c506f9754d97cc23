import type { BookingRefusal } from '@officine/domain/booking/booking-refusal'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { dayText, instantText, periodText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'

/** Refusals that the request itself earns, beside those of the decision. */
export type RequestRefusal =
  | { readonly reason: 'different-request' }
  | { readonly reason: 'notice-not-accepted' }

export type AnyRefusal = BookingRefusal | RequestRefusal

/** A refusal with its instants said on the town's clock; the sentence itself is the screen's. */
export function refusalView(refusal: AnyRefusal, language: TextLanguage) {
  switch (refusal.reason) {
    case 'off-grid':
      return { reason: refusal.reason, cells: refusal.cells.map(([from, to]) => periodText(from, to)) }
    case 'closed-day':
      return { reason: refusal.reason, because: refusal.because }
    case 'not-yet-open':
      return { reason: refusal.reason, opensAtLabel: instantText(refusal.opensAt, language) }
    case 'booking-closed':
      return { reason: refusal.reason, closedAtLabel: instantText(refusal.closedAt, language) }
    case 'already-booked': {
      const { bookingId, day, startsAt, endsAt } = refusal
      const timeLabel = `${dayText(day, language)}, ${periodText(localTimeOf(startsAt), localTimeOf(endsAt))}`
      return { reason: refusal.reason, bookingId, timeLabel }
    }
    case 'cap-reached': {
      const { reason, per, max, unit, used } = refusal
      return { reason, per, max, unit, used }
    }
    case 'not-eligible':
      return { reason: refusal.reason, why: refusal.why }
    case 'held-for-reserve':
      return {
        reason: refusal.reason,
        releasedAtLabel: refusal.releasedAt === null ? undefined : instantText(refusal.releasedAt, language),
      }
    case 'past':
    case 'no-such-time':
    case 'full':
    case 'different-request':
    case 'notice-not-accepted':
      return { reason: refusal.reason }
  }
}
