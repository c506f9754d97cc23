import { placeFreedAt } from '../allocation/offer.ts'
import { overlaps } from '../booking/assign-units.ts'
import type { BookingRefusal } from '../booking/booking-refusal.ts'
import { decideTogether } from '../booking/decide-together.ts'
import type { TogetherFacts } from '../booking/decide-together.ts'
import type { RuleId } from '../rules/tenant-rules.ts'

/** Why somebody cannot wait. What keeps them from booking for a reason of their own keeps them from waiting too. */
export type WaitRefusal =
  | BookingRefusal
  /** Nothing to wait for: it can be booked. */
  | { readonly reason: 'free-now' }
  | { readonly reason: 'already-waiting'; readonly waitId: string }
  /** Too little is left before the slot for a place to be offered: it goes to who comes. */
  | { readonly reason: 'too-late-to-wait' }
  | { readonly reason: 'too-many-waits'; readonly max: number }
  | { readonly reason: 'list-full'; readonly max: number }

/** Waits a person may have at a time: enough for a week of half days, too few to wait for everything and see what comes. */
export const maxWaits = 5

/** The refusals that a place which comes free would mend. */
const mendedByAPlace: readonly BookingRefusal['reason'][] = [
  'full',
  'component-full',
  'group-does-not-fit',
  'not-contiguous',
  'held-for-reserve',
  'place-taken',
]

/** Whether who is refused for this reason may wait for that very wish. */
export function canWaitAfter(reason: string): boolean {
  return mendedByAPlace.some((each) => each === reason)
}

/** What is decided about somebody who asks to wait. */
export interface WaitFacts {
  readonly wish: TogetherFacts
  /** The person's waits that are open, for whatever pool. */
  readonly own: readonly {
    readonly waitId: string
    readonly pool: RuleId
    readonly startsAt: Date
    readonly endsAt: Date
  }[]
  /** How many wait for some of the same hours of the same pool. */
  readonly ahead: number
}

export type WaitDecision = { readonly waits: true } | { readonly waits: false; readonly refusal: WaitRefusal }

/** Whether a wish may be put on the waiting list: it was refused for want of a place, and one that comes free could still be given. */
export function decideWait({ wish, own, ahead }: WaitFacts, now: Date): WaitDecision {
  const { rules, period, poolSlug } = wish
  const decision = decideTogether(wish, now)
  if (!decision.booked && !canWaitAfter(decision.refusal.reason)) return refuse(decision.refusal)

  const same = own.find(({ pool, ...wait }) => pool === poolSlug && overlaps(wait, period))
  if (same !== undefined) return refuse({ reason: 'already-waiting', waitId: same.waitId })
  if (decision.booked) return refuse({ reason: 'free-now' })
  if (placeFreedAt(now, period.startsAt, rules.waitlist).goes === 'walk-in')
    return refuse({ reason: 'too-late-to-wait' })
  if (own.length >= maxWaits) return refuse({ reason: 'too-many-waits', max: maxWaits })
  const { max } = rules.waitlist
  return ahead >= max ? refuse({ reason: 'list-full', max }) : { waits: true }
}

function refuse(refusal: WaitRefusal): WaitDecision {
  return { waits: false, refusal }
}
