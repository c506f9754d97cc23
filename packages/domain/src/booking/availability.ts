import { claimsOf } from '../allocation/claims.ts'
import { feasible, sum } from '../allocation/feasible.ts'
import { largestReserveUse } from '../allocation/reserve-matching.ts'
import { reserveSizesAt } from '../allocation/reserve-sizes.ts'
import type { SlotTimes } from '../calendar/slots.ts'
import { instantOf } from '../calendar/local-time.ts'
import type { PersonFacts } from '../rules/predicate.ts'
import type { LocalDay, LocalTime } from '../rules/tenant-rules.ts'
import { overlaps } from './assign-units.ts'
import type { AssignableUnit, TakenUnit } from './assign-units.ts'
import { bookingTimes, poolHoursOn } from './booking-period.ts'
import type { PoolCalendar } from './booking-period.ts'
import { nextRelease, usableUnits } from './decide-booking.ts'
import type { HeldUnit } from './decide-booking.ts'

export type CellState = 'bookable' | 'full' | 'held' | 'past' | 'not-yet-open' | 'booking-closed'

/** How a cell of the grid stands at a moment, for everyone and for the person who looks. */
export interface CellAvailability extends SlotTimes {
  readonly from: LocalTime
  readonly to: LocalTime
  readonly capacity: number
  readonly free: number
  /** Of the free places, how many people like this one could still take. */
  readonly freeForMe: number
  /** Free places kept for who counts toward a reserve. */
  readonly heldForReserves: number
  readonly heldUntil: Date | null
  readonly state: CellState
  readonly opensAt: Date
  readonly takenUnitIds: readonly string[]
}

export interface PoolOnDay extends PoolCalendar {
  readonly day: LocalDay
  readonly units: readonly AssignableUnit[]
  readonly held: readonly HeldUnit[]
  /** When places are out of order: they are nobody's then. */
  readonly blocked?: readonly TakenUnit[]
  readonly me: PersonFacts
}

/** The cells of a pool's day, none on a day it is shut. To suggest, never to decide: a decision reads again under its locks. */
export function availabilityOn(day: PoolOnDay, now: Date): readonly CellAvailability[] {
  return poolHoursOn(day, day.day).cells.flatMap(([from, to]) => {
    const cell = { startsAt: instantOf(day.day, from), endsAt: instantOf(day.day, to) }
    return cell.startsAt < cell.endsAt ? [{ from, to, ...cell, ...cellAvailability(day, cell, now) }] : []
  })
}

function cellAvailability(
  { rules, pool, day, units: all, held, blocked = [], me }: PoolOnDay,
  cell: SlotTimes,
  now: Date,
): Omit<CellAvailability, 'from' | 'to' | 'startsAt' | 'endsAt'> {
  const here = held.filter((place) => overlaps(place, cell))
  const units = usableUnits({ units: all, blocked }, cell)
  const outOfOrder = all.filter((unit) => !units.includes(unit))
  const takenUnitIds = [...new Set([...here, ...outOfOrder].map(({ unitId }) => unitId))]
  const free = units.filter(({ unitId }) => !takenUnitIds.includes(unitId)).length
  const sizes = reserveSizesAt(pool.reserves, {
    now,
    slotStart: cell.startsAt,
    holidays: rules.holidays ?? [],
  }).held
  const context = { slotDay: day, orgs: rules.orgs }
  const people = here.map(({ holder }) => claimsOf(pool.reserves, holder, context))
  const mine = claimsOf(pool.reserves, me, context)

  let freeForMe = 0
  while (
    freeForMe < free &&
    feasible({ capacity: units.length, held: sizes, people: [...people, ...Array(freeForMe + 1).fill(mine)] })
  ) {
    freeForMe += 1
  }
  const stillHeld = sum(sizes) - largestReserveUse(sizes, people)
  const { opensAt, closesAt } = bookingTimes(rules, day, cell.startsAt)
  const period = { day, ...cell, cells: [cell] }
  return {
    capacity: units.length,
    free,
    freeForMe,
    heldForReserves: Math.min(free, stillHeld),
    heldUntil: stillHeld > 0 ? nextRelease({ rules, pool, period }, now) : null,
    state: stateOf({ free, freeForMe, opensAt, closesAt, endsAt: cell.endsAt }, now),
    opensAt,
    takenUnitIds,
  }
}

function stateOf(
  cell: {
    readonly free: number
    readonly freeForMe: number
    readonly opensAt: Date
    readonly closesAt: Date
    readonly endsAt: Date
  },
  now: Date,
): CellState {
  if (cell.endsAt <= now) return 'past'
  if (now < cell.opensAt) return 'not-yet-open'
  if (now >= cell.closesAt) return 'booking-closed'
  if (cell.free === 0) return 'full'
  return cell.freeForMe === 0 ? 'held' : 'bookable'
}
