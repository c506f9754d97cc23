import { claimsOf } from '../allocation/claims.ts'
import { attendanceStanding } from '../attendance/attendance-standing.ts'
import type { Absences } from '../attendance/attendance-standing.ts'
import { feasible } from '../allocation/feasible.ts'
import { reserveSizesAt } from '../allocation/reserve-sizes.ts'
import { localDayOf } from '../calendar/local-time.ts'
import { instantOfWhen } from '../calendar/when.ts'
import { findFailedFact } from '../rules/predicate.ts'
import type { PersonFacts, PredicateContext } from '../rules/predicate.ts'
import type { LocalDay, PoolRules, RuleId, TenantRules } from '../rules/tenant-rules.ts'
import { overlaps } from './assign-units.ts'
import type { AssignableUnit, TakenUnit } from './assign-units.ts'
import type { BookablePeriod } from './booking-period.ts'
import type { BookingRefusal } from './booking-refusal.ts'
import { capReached } from './count-caps.ts'
import type { CountedBooking } from './count-caps.ts'
import type { HeldPlace, Relocation } from './make-room.ts'
import { seatPeople } from './seat-people.ts'
import type { TownRule } from './town-rule.ts'

/** A place somebody holds, with what the town's reserves look at. */
export interface HeldUnit extends HeldPlace {
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
  /** Left out where nothing new is asked for: a booking that is moved or put right was had before any pause. */
  readonly absences?: Absences
  readonly units: readonly AssignableUnit[]
  /** Who holds which place of the pool on that day. */
  readonly held: readonly HeldUnit[]
  /** When places are out of order. */
  readonly blocked?: readonly TakenUnit[]
  readonly wantedUnitId?: string
  /** Only the wanted place will do. */
  readonly needsUnit?: boolean
  /** How many come together, the organiser included; 1 unless given. */
  readonly people?: number
  /** The places a group has already: kept when they are all free. */
  readonly keptUnitIds?: readonly string[]
  /** Rules of the town that who answers for it set aside for this booking. */
  readonly setAside?: readonly TownRule[]
}

export interface Placed {
  readonly booked: true
  readonly units: readonly TakenUnit[]
  readonly freeBefore: number
  /** Who changes place so that nobody need change during the day. */
  readonly relocations: readonly Relocation[]
}
export type BookingDecision = Placed | { readonly booked: false; readonly refusal: BookingRefusal }

/**
 * First come, first served under the town's rules (rule 17). Refusals stand in the order a person can act on them: who already holds a place must not be told it is
 * full, and who reached a cap must not be told to wait for a reserve to be released.
 */
export function decideBooking(facts: BookingFacts, now: Date): BookingDecision {
  const refusal = refusalOfPerson(facts, now)
  return refusal === undefined ? decidePlaces(facts, now) : refuse(refusal)
}

/** What keeps this person or group from booking however many places are free. */
export function refusalOfPerson(
  { rules, poolSlug, pool, period, person, own, absences, people = 1, setAside = [] }: BookingFacts,
  now: Date,
): BookingRefusal | undefined {
  const failed = findFailedFact(pool.eligibility, person, predicateContext(rules, period.day))
  if (failed !== undefined) return { reason: 'not-eligible', why: failed.fact }

  const max = pool.group?.max ?? 1
  if (people > max) return { reason: 'group-too-large', max }

  const clash = own.find((booking) => booking.isOver !== true && overlaps(booking, period))
  if (clash !== undefined) {
    const { bookingId, day, startsAt, endsAt } = clash
    return { reason: 'already-booked', bookingId, day, startsAt, endsAt }
  }

  const { day, startsAt, endsAt, cells } = period
  const isPauseAsked = day > localDayOf(now) && !setAside.includes('paused')
  const paused = absences && isPauseAsked ? pauseOf(absences, rules, now) : undefined
  if (paused !== undefined) return paused
  if (setAside.includes('cap-reached')) return undefined
  return capReached(rules.caps, own, { pool: poolSlug, day, startsAt, endsAt, slots: cells.length })
}

function pauseOf(absences: Absences, rules: TenantRules, now: Date): BookingRefusal | undefined {
  const standing = attendanceStanding(absences, localDayOf(now), rules.attendance)
  if (standing.kind !== 'paused') return undefined
  return { reason: 'paused', until: standing.until, missedOn: standing.missedOn }
}

/** Places for everybody who comes, or why there are none. */
export function decidePlaces(facts: BookingFacts, now: Date): BookingDecision {
  const { period, people = 1 } = facts
  const freeBefore = Math.min(...period.cells.map((cell) => freePlaces(facts, cell)))
  if (freeBefore <= 0) return refuse({ reason: 'full' })
  if (freeBefore < people) return refuse({ reason: 'group-does-not-fit', free: freeBefore })
  if (period.cells.some((cell) => !leavesReservesAlone(facts, cell, now))) {
    return refuse({ reason: 'held-for-reserve', releasedAt: nextRelease(facts, now) })
  }

  const seated = seatPeople(facts)
  return 'reason' in seated ? refuse(seated) : { booked: true, freeBefore, ...seated }
}

type Cell = BookablePeriod['cells'][number]
type CapacityFacts = Pick<BookingFacts, 'rules' | 'pool' | 'period' | 'units' | 'held' | 'blocked'>

/** Places nobody holds in a cell of the grid. */
export function freePlaces(facts: Pick<CapacityFacts, 'units' | 'held' | 'blocked'>, cell: Cell): number {
  const taken = new Set(facts.held.filter((place) => overlaps(place, cell)).map(({ unitId }) => unitId))
  return usableUnits(facts, cell).filter(({ unitId }) => !taken.has(unitId)).length
}

/** Whether those who come fit without taking what is still held for others; incumbents are labelled anew, never moved out. In a group the organiser alone carries claims. */
export function leavesReservesAlone(
  facts: CapacityFacts & Pick<BookingFacts, 'person' | 'people'>,
  cell: Cell,
  now: Date,
): boolean {
  const { rules, pool, period, held, person, people = 1 } = facts
  const sizes = reserveSizesAt(pool.reserves, {
    now,
    slotStart: cell.startsAt,
    holidays: rules.holidays ?? [],
  })
  if (sizes.held.every((size) => size === 0)) return true
  const context = predicateContext(rules, period.day)
  const incumbents = held.filter((place) => overlaps(place, cell)).map(({ holder }) => holder)
  const company = Array.from({ length: people - 1 }, (): PersonFacts => ({}))
  const everybody = [...incumbents, person, ...company].map((each) => claimsOf(pool.reserves, each, context))
  return feasible({ capacity: usableUnits(facts, cell).length, held: sizes.held, people: everybody })
}

/** The places that are in order during a cell. */
export function usableUnits(
  { units, blocked = [] }: Pick<CapacityFacts, 'units' | 'blocked'>,
  cell: Cell,
): readonly AssignableUnit[] {
  if (blocked.length === 0) return units
  return units.filter(
    ({ unitId }) => !blocked.some((outage) => outage.unitId === unitId && overlaps(outage, cell)),
  )
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

export function predicateContext({ orgs }: TenantRules, slotDay: LocalDay): PredicateContext {
  return { slotDay, orgs }
}

function refuse(refusal: BookingRefusal): BookingDecision {
  return { booked: false, refusal }
}
