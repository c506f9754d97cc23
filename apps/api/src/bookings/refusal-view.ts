import type { BookingRefusal } from '@officine/domain/booking/booking-refusal'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import type { RuleId } from '@officine/domain/rules/tenant-rules'
import { reasonText } from '../closed-text.ts'
import { dayText, instantText, periodText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { findPoolBySlug, textIn } from '../town.ts'
import type { Town } from '../town.ts'

/** Refusals that the request itself earns, beside those of the decision. */
export type RequestRefusal =
  | { readonly reason: 'different-request' }
  | { readonly reason: 'notice-not-accepted' }

export type AnyRefusal = BookingRefusal | RequestRefusal

/** A refusal with its instants said on the town's clock; the sentence itself is the screen's. */
export function refusalView(refusal: AnyRefusal, town: Town, language: TextLanguage) {
  switch (refusal.reason) {
    case 'off-grid':
      return { reason: refusal.reason, cells: refusal.cells.map(([from, to]) => periodText(from, to)) }
    case 'closed-day':
      return {
        reason: refusal.reason,
        because: refusal.because,
        /** Why it is shut, in the closure's own words. */
        text: refusal.texts && reasonText(refusal.texts, language),
        /** The hours of the day that are meant, when it is not the whole of it. */
        hoursLabel: refusal.hours && periodText(...refusal.hours),
      }
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
      return { reason, per, max, unit, used, ...namedPool(refusal.pool, town, language) }
    }
    case 'not-eligible': {
      const { reason, why, who, ageAtLeast, ageBelow, pool } = refusal
      const named = namedPool(pool, town, language)
      return { reason, why, who: who ?? ('holder' as const), ageAtLeast, ageBelow, ...named }
    }
    case 'component-full':
    case 'component-closed':
    case 'component-not-offered':
    case 'child-missing':
    case 'child-twice':
      return { reason: refusal.reason, ...poolNamed(refusal.pool, town, language) }
    case 'too-many-companions':
      return { reason: refusal.reason, max: refusal.max, ...poolNamed(refusal.pool, town, language) }
    case 'group-too-large':
      return { reason: refusal.reason, max: refusal.max }
    case 'group-does-not-fit':
      return { reason: refusal.reason, free: refusal.free }
    case 'paused':
      return {
        reason: refusal.reason,
        untilLabel: dayText(refusal.until, language),
        missedLabels: refusal.missedOn.map((day) => dayText(day, language)),
      }
    case 'held-for-reserve':
      return {
        reason: refusal.reason,
        releasedAtLabel: refusal.releasedAt === null ? undefined : instantText(refusal.releasedAt, language),
      }
    case 'past':
    case 'no-such-time':
    case 'full':
    case 'place-taken':
    case 'not-contiguous':
    case 'different-request':
    case 'notice-not-accepted':
      return { reason: refusal.reason }
  }
}

function namedPool(
  slug: RuleId | undefined,
  town: Town,
  language: TextLanguage,
): Partial<ReturnType<typeof poolNamed>> {
  return slug === undefined ? {} : poolNamed(slug, town, language)
}

function poolNamed(slug: RuleId, town: Town, language: TextLanguage) {
  const pool = findPoolBySlug(town, slug)
  return {
    poolId: pool?.poolId,
    poolSlug: slug,
    poolName: pool === undefined ? slug : textIn(pool.presentation.name, language),
  }
}
