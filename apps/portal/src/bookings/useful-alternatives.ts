import { mondayOf } from '@officine/ui/calendar-days'
import type { Refusal } from './describe-refusal.ts'
import type { Slot } from './slot-words.ts'

/**
 * The nearest times that the same rule would not refuse again: after a weekly cap, those of another week. Undefined
 * when no other time can be the answer, because the refusal is about the person or the request.
 */
export function usefulAlternatives(
  refusal: Refusal,
  askedDay: string,
  alternatives: readonly Slot[],
): readonly Slot[] | undefined {
  switch (refusal.reason) {
    case 'cap-reached': {
      const periodOf = periods[refusal.per]
      const allowed = alternatives.filter((slot) => periodOf(slot.day) !== periodOf(askedDay))
      // Only a few days were looked through: when none is allowed, nothing is known of the others.
      return allowed.length > 0 ? allowed : undefined
    }
    case 'already-booked':
    case 'paused':
    case 'not-eligible':
    case 'notice-not-accepted':
    case 'different-request':
    case 'component-not-offered':
    case 'too-many-companions':
    case 'child-missing':
    case 'child-twice':
    case 'group-too-large':
      return undefined
    case 'past':
    case 'no-such-time':
    case 'off-grid':
    case 'closed-day':
    case 'not-yet-open':
    case 'booking-closed':
    case 'held-for-reserve':
    case 'full':
    case 'place-taken':
    case 'component-full':
    case 'component-closed':
    case 'group-does-not-fit':
    case 'not-contiguous':
      return alternatives
  }
}

const periods: Record<Extract<Refusal, { reason: 'cap-reached' }>['per'], (day: string) => string> = {
  day: (day) => day,
  isoWeek: mondayOf,
  month: (day) => day.slice(0, 7),
}
