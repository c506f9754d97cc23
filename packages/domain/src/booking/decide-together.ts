import type { SlotTimes } from '../calendar/slots.ts'
import { findFailedFact } from '../rules/predicate.ts'
import type { PersonFacts } from '../rules/predicate.ts'
import type { PoolRules, RuleId } from '../rules/tenant-rules.ts'
import { assignUnits, overlaps } from './assign-units.ts'
import type { AssignableUnit, TakenUnit } from './assign-units.ts'
import type { BookingRefusal } from './booking-refusal.ts'
import { capReached } from './count-caps.ts'
import type { CountedBooking } from './count-caps.ts'
import { decidePlaces, predicateContext, refusalOfPerson } from './decide-booking.ts'
import type { BookingFacts, Placed } from './decide-booking.ts'

/** A booking's part that counts toward caps, with whose booking it is. */
export interface CountedCompanion extends CountedBooking {
  readonly personId: string
  readonly dependantId?: string
}

/** One place of something that comes along, with all that its decision looks at. */
export interface CompanionFacts {
  readonly slug: RuleId
  readonly pool: PoolRules
  readonly isAddOn: boolean
  /** Its own cells of the same period; undefined when it is not open then. */
  readonly cells: readonly SlotTimes[] | undefined
  readonly units: readonly AssignableUnit[]
  readonly held: readonly TakenUnit[]
  readonly blocked: readonly TakenUnit[]
  readonly wantedUnitId?: string
  /** Whose facts its conditions are about: the child's for a childcare place, otherwise the holder's. */
  readonly guest: PersonFacts
  readonly dependantId?: string
}

export interface TogetherFacts extends BookingFacts {
  readonly personId: string
  /** In the order of the town's rules. */
  readonly companions: readonly CompanionFacts[]
  /** What came along in bookings of the household, both parents', over every period that a cap looks at. */
  readonly household: readonly CountedCompanion[]
}

/** Places of one companion; `at` is its position among those asked for. */
export interface PlacedCompanion {
  readonly at: number
  readonly units: readonly TakenUnit[]
}

/** An extra that could not be granted and was left out. */
export interface DroppedAddOn {
  readonly at: number
  readonly reason: 'full' | 'closed'
}

export type TogetherDecision =
  | (Placed & { readonly companions: readonly PlacedCompanion[]; readonly dropped: readonly DroppedAddOn[] })
  | { readonly booked: false; readonly refusal: BookingRefusal }

/**
 * A place and what comes along, all or nothing (rule 24): the place under reserves and caps, the rest by plain capacity. Of the required parts the first that
 * fails, in the order of the rules, is named; an extra that is not free is dropped and told, and never costs the booking.
 */
export function decideTogether(facts: TogetherFacts, now: Date): TogetherDecision {
  const refusal = refusalOfPerson(facts, now) ?? refusalOfCompanions(facts)
  if (refusal !== undefined) return { booked: false, refusal }

  const place = decidePlaces(facts, now)
  if (!place.booked) return place

  const placed: PlacedCompanion[] = []
  const dropped: DroppedAddOn[] = []
  const given: TakenUnit[] = []
  // Required parts first: an extra must not take the last place from one.
  const inOrder = [...facts.companions.entries()].sort(
    ([, a], [, b]) => Number(a.isAddOn) - Number(b.isAddOn),
  )
  for (const [at, companion] of inOrder) {
    const { cells, units, held, blocked, isAddOn, slug } = companion
    const assigned =
      cells && assignUnits(units, [...held, ...blocked, ...given], cells, companion.wantedUnitId)
    if (assigned !== undefined && assigned.length > 0) {
      given.push(...assigned)
      placed.push({ at, units: assigned })
    } else if (isAddOn) {
      dropped.push({ at, reason: cells === undefined ? 'closed' : 'full' })
    } else {
      const reason = cells === undefined ? 'component-closed' : 'component-full'
      return { booked: false, refusal: { reason, pool: slug } }
    }
  }
  return { ...place, companions: placed, dropped }
}

/** What keeps the companions out however many places are free: a child's age, a child already placed, a household's cap. */
function refusalOfCompanions(facts: TogetherFacts): BookingRefusal | undefined {
  const { rules, period, companions, household, personId, setAside = [] } = facts
  const counted = [...household]
  for (const { slug, pool, guest, dependantId, cells } of companions) {
    const failed = findFailedFact(pool.eligibility, guest, predicateContext(rules, period.day))
    if (failed !== undefined) {
      const { fact, ...bounds } = failed
      const who = dependantId === undefined ? {} : { who: 'child' as const }
      return { reason: 'not-eligible', why: fact, ...bounds, ...who, pool: slug }
    }
    const isPlaced = household.some(
      (other) =>
        dependantId !== undefined &&
        other.dependantId === dependantId &&
        overlaps(other, period) &&
        other.isOver !== true,
    )
    if (isPlaced) return { reason: 'child-twice', pool: slug }

    const { day, startsAt, endsAt } = period
    const asked = { pool: slug, day, startsAt, endsAt, slots: cells?.length ?? 0 }
    const own = counted.filter((other) => other.personId === personId)
    const cap = capReached(rules.caps, counted, asked, 'household') ?? capReached(rules.caps, own, asked)
    if (cap !== undefined && !setAside.includes('cap-reached')) return { ...cap, pool: slug }
    counted.push({ ...asked, bookingId: '', personId })
  }
  return undefined
}
