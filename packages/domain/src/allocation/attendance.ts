import { addDays } from '../calendar/local-day.ts'
import type { LocalDay, TenantRules } from '../rules/tenant-rules.ts'

/** What follows from not turning up (rule 31): nothing yet, no booking ahead until a day, or a person looks at it. */
export type AbsenceConsequence =
  | { readonly kind: 'none' }
  | { readonly kind: 'pause'; readonly until: LocalDay }
  | { readonly kind: 'REVIEW_NEEDED' }

/**
 * The consequence on `today` of the days missed without an excuse. A pause stops booking ahead; walking in and places of the
 * waiting list for the same day stay open. People under safeguard are never paused by the engine.
 */
export function absenceConsequence(
  missedOn: readonly LocalDay[],
  today: LocalDay,
  { strikes, strikeDays, pauseDays }: TenantRules['attendance'],
  isSafeguarded: boolean,
): AbsenceConsequence {
  const days = missedOn.filter((day) => day <= today).sort()
  const strikesOut = days.findLast((day, at) => {
    const first = days[at - strikes + 1]
    return strikes > 0 && first !== undefined && addDays(day, -strikeDays) < first
  })
  if (strikesOut === undefined) return { kind: 'none' }
  const until = addDays(strikesOut, pauseDays)
  if (today > until) return { kind: 'none' }
  return isSafeguarded ? { kind: 'REVIEW_NEEDED' } : { kind: 'pause', until }
}
