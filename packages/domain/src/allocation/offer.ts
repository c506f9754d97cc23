import { addDays } from '../calendar/local-day.ts'
import { instantOf, localDayOf } from '../calendar/local-time.ts'
import type { TenantRules } from '../rules/tenant-rules.ts'

/** What becomes of a place that has come free, by how much time is left (rule 20). */
export type FreedPlace =
  | { readonly goes: 'confirmed' }
  | { readonly goes: 'offered'; readonly expiresAt: Date }
  | { readonly goes: 'walk-in' }

/** Less than this many waking minutes to reply is no offer: the place is for who comes. */
const leastWakingMinutes = 60

/**
 * How the next of the waiting list gets a place freed `now`: confirmed while there is time, then offered with a time to reply
 * in which the quiet hours do not run, then left to who comes. An answer at the instant of expiry is late.
 */
export function placeFreedAt(now: Date, slotStart: Date, waitlist: TenantRules['waitlist']): FreedPlace {
  const hour = 3_600_000
  const remaining = slotStart.getTime() - now.getTime()
  if (remaining > waitlist.autoConfirmUntilHours * hour) return { goes: 'confirmed' }
  const stopsAt = slotStart.getTime() - waitlist.stopHours * hour
  const waking = wakingTimes(now, new Date(stopsAt), waitlist.quiet)
  const wakingTotal = waking.reduce((total, { from, to }) => total + (to - from), 0)
  if (wakingTotal < leastWakingMinutes * 60_000) return { goes: 'walk-in' }

  let toReply = waitlist.offerReplyHours * hour
  for (const { from, to } of waking) {
    if (toReply <= to - from) return { goes: 'offered', expiresAt: new Date(from + toReply) }
    toReply -= to - from
  }
  return { goes: 'offered', expiresAt: new Date(stopsAt) }
}

interface Waking {
  readonly from: number
  readonly to: number
}

/** The stretches between two instants outside the quiet hours, which are wall-clock time and may cross midnight. */
function wakingTimes(
  start: Date,
  end: Date,
  [quietFrom, quietTo]: TenantRules['waitlist']['quiet'],
): readonly Waking[] {
  const waking: Waking[] = []
  let from = start.getTime()
  const crossesMidnight = quietFrom > quietTo
  // From the day before: its quiet hours may still be running.
  for (let day = addDays(localDayOf(start), -1); from < end.getTime(); day = addDays(day, 1)) {
    const quietStarts = instantOf(day, quietFrom).getTime()
    const quietEnds = instantOf(crossesMidnight ? addDays(day, 1) : day, quietTo).getTime()
    const to = Math.min(quietStarts, end.getTime())
    if (from < to) waking.push({ from, to })
    from = Math.max(from, quietEnds)
  }
  return waking
}
