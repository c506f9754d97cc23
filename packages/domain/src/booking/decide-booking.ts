import { claimsOf } from '../allocation/claims.ts'
import { feasible } from '../allocation/feasible.ts'
import { reserveSizesAt } from '../allocation/reserve-sizes.ts'
import { instantOfWhen } from '../calendar/when.ts'
import { findFailedFact } from '../rules/predicate.ts'
import type { PersonFacts, PredicateContext } from '../rules/predicate.ts'
import type { LocalDay, PoolRules, RuleId, TenantRules } from '../rules/tenant-rules.ts'
import { assignUnits, overlaps } from './assign-units.ts'
import type { AssignableUnit, TakenUnit } from './assign-units.ts'
import type { BookablePeriod } from './booking-period.ts'
import type { BookingRefusal } from './booking-refusal.ts'
import { capReached } from './count-caps.ts'
import type { CountedBooking } from './count-caps.ts'

/** A place somebody holds, with what the town's reserves look at. */
export interface HeldUnit extends TakenUnit {
  readonly holder: PersonFacts
}

/** Everything a decision looks at. It reads no clock and no database: equal facts, equal decision. */
export interface BookingFacts {
  readonly rules: TenantRules
  readonly poolSlug: RuleId
  readonly pool: PoolRules
  readonly period: BookablePeriod
  readonly person: PersonFacts
  /** The person's bookings that count, over every period that a cap looks at. */
  readonly own: readonly CountedBooking[]
  readonly units: readonly AssignableUnit[]
  /** Who holds which place of the pool during the period. */
  readonly held: readonly HeldUnit[]
  readonly wantedUnitId?: string
}

export type BookingDecision =
  | { readonly booked: true; readonly units: readonly TakenUnit[]; readonly freeBefore: number }
  | { readonly booked: false; readonly refusal: BookingRefusal }

/**
 * First come, first served under the town's rules (rule 17). Refusals stand in the order a person can act on them: who already holds a place must not be told it is
 * full, and who reached a cap must not be told to wait for a reserve to be released.
 */
export function decideBooking(facts: BookingFacts, now: Date): BookingDecision {
  const { rules, poolSlug, pool, period, person, own } = facts
  const context = predicateContext(rules, period.day)

  const failed = findFailedFact(pool.eligibility, person, context)
  if (failed !== undefined) return refuse({ reason: 'not-eligible', why: failed.fact })

  const clash = own.find((booking) => overlaps(booking, period))
  if (clash !== undefined) {
    const { bookingId, day, startsAt, endsAt } = clash
    return refuse({ reason: 'already-booked', bookingId, day, startsAt, endsAt })
  }

  const { day, startsAt, endsAt, cells } = period
  const cap = capReached(rules.caps, own, { pool: poolSlug, day, startsAt, endsAt, slots: cells.length })
  if (cap !== undefined) return refuse(cap)

  const freeBefore = Math.min(...cells.map((cell) => freePlaces(facts, cell)))
  if (freeBefore <= 0) return refuse({ reason: 'full' })
  if (cells.some((cell) => !leavesReservesAlone(facts, cell, now))) {
    return refuse({ reason: 'held-for-reserve', releasedAt: nextRelease(facts, now) })
  }

  const units = assignUnits(facts.units, facts.held, cells, facts.wantedUnitId)
  // Counted free a moment ago: places that do not cover the cells are a defect of the facts, and doubt never books.
  if (units.length === 0) throw new Error('A free place was counted and none could be assigned')
  return { booked: true, units, freeBefore }
}

type Cell = BookablePeriod['cells'][number]
type CapacityFacts = Pick<BookingFacts, 'rules' | 'pool' | 'period' | 'units' | 'held'>

/** Places nobody holds in a cell of the grid. */
export function freePlaces({ units, held }: Pick<CapacityFacts, 'units' | 'held'>, cell: Cell): number {
  const taken = new Set(held.filter((place) => overlaps(place, cell)).map(({ unitId }) => unitId))
  return units.filter(({ unitId }) => !taken.has(unitId)).length
}

/** Whether one more person fits without taking what is still held for others; incumbents are labelled anew, never moved out. */
export function leavesReservesAlone(
  { rules, pool, period, units, held, person }: CapacityFacts & { readonly person: PersonFacts },
  cell: Cell,
  now: Date,
): boolean {
  const sizes = reserveSizesAt(pool.reserves, {
    now,
    slotStart: cell.startsAt,
    holidays: rules.holidays ?? [],
  })
  if (sizes.held.every((size) => size === 0)) return true
  const context = predicateContext(rules, period.day)
  const incumbents = held.filter((place) => overlaps(place, cell)).map(({ holder }) => holder)
  const people = [...incumbents, person].map((facts) => claimsOf(pool.reserves, facts, context))
  return feasible({ capacity: units.length, held: sizes.held, people })
}

/** The next instant at which held places become everybody's; null when those still held never do. */
export function nextRelease(
  { rules, pool, period }: Pick<CapacityFacts, 'rules' | 'pool' | 'period'>,
  now: Date,
): Date | null {
  const releases = pool.reserves
    .filter(({ size, release }) => size > 0 && release !== null)
    .flatMap(({ release }) =>
      release === null
        ? []
        : [instantOfWhen(release, { slotStart: period.startsAt, holidays: rules.holidays ?? [] })],
    )
    .filter((instant) => instant > now)
    .sort((a, b) => a.getTime() - b.getTime())
  return releases[0] ?? null
}

function predicateContext({ orgs }: TenantRules, slotDay: LocalDay): PredicateContext {
  return { slotDay, orgs }
}

function refuse(refusal: BookingRefusal): BookingDecision {
  return { booked: false, refusal }
}
