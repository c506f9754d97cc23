import { promoteWaiting } from '../allocation/allocate-slot.ts'
import { claimsOf } from '../allocation/claims.ts'
import { reserveSizesAt } from '../allocation/reserve-sizes.ts'
import { overlaps } from '../booking/assign-units.ts'
import type { TakenUnit } from '../booking/assign-units.ts'
import type { BookablePeriod } from '../booking/booking-period.ts'
import { decidePlaces, predicateContext, usableUnits } from '../booking/decide-booking.ts'
import type { BookingFacts, HeldUnit, Placed } from '../booking/decide-booking.ts'
import type { PersonFacts } from '../rules/predicate.ts'
import type { LocalDay } from '../rules/tenant-rules.ts'
import type { Waiting } from './order-waiting.ts'

/** A wish that waits, with what its places depend on; what comes along is looked at when its turn has come. */
export interface WaitingWish extends Waiting {
  readonly period: BookablePeriod
  readonly person: PersonFacts
  readonly people: number
  /** No other place will do. */
  readonly wantedUnitId?: string
}

/** A pool's day with those who wait for it, in order. */
export interface Line extends Pick<BookingFacts, 'rules' | 'poolSlug' | 'pool' | 'units' | 'held'> {
  readonly blocked: readonly TakenUnit[]
  readonly waiting: readonly WaitingWish[]
}

type Cell = BookablePeriod['cells'][number] & { readonly day: LocalDay }

/**
 * Who gets the next place of the day, if anybody fits: cell by cell in the order of time (rule 22), the first who brings a reserve closer to its floor, else the
 * first who fits (rule 18), for the whole period they asked. `barred` are those who fit but could not have it for a reason of their own.
 */
export function nextInLine(line: Line, barred: ReadonlySet<string>, now: Date): WaitingWish | undefined {
  for (const cell of cellsOf(line)) {
    const claimants = line.waiting.filter(
      ({ waitId, period }) => !barred.has(waitId) && overlaps(period, cell),
    )
    const next = firstPromoted(line, cell, claimants, now)
    if (next !== undefined) return next
  }
  return undefined
}

function firstPromoted(
  line: Line,
  cell: Cell,
  claimants: readonly WaitingWish[],
  now: Date,
): WaitingWish | undefined {
  const { rules, pool, held } = line
  const context = predicateContext(rules, cell.day)
  const claims = (person: PersonFacts) => claimsOf(pool.reserves, person, context)
  const slot = {
    capacity: usableUnits(line, cell).length,
    openFirst: 0, // promotion guards the floor alone (rule 18)
    sizes: reserveSizesAt(pool.reserves, { now, slotStart: cell.startsAt, holidays: rules.holidays ?? [] }),
    incumbents: held.filter((place) => overlaps(place, cell)).map(({ holder }) => claims(holder)),
  }
  let first: WaitingWish | undefined
  promoteWaiting(
    slot,
    claimants.map(({ person, people }) => ({
      units: [claims(person), ...Array.from({ length: people - 1 }, () => [])],
    })),
    (position) => {
      const wish = claimants[position]
      if (first !== undefined || wish === undefined || !placesFor(line, wish, now).booked) return false
      first = wish
      return true
    },
  )
  return first
}

/** The seats that a wish would get now: over all its cells, with neighbours or that very place where it asks for them. */
export function placesFor(line: Line, wish: WaitingWish, now: Date) {
  const { rules, poolSlug, pool, units, held, blocked } = line
  const { period, person, people, wantedUnitId } = wish
  return decidePlaces(
    {
      rules,
      poolSlug,
      pool,
      period,
      person,
      people,
      own: [],
      units,
      held,
      blocked,
      needsUnit: wantedUnitId !== undefined,
      ...(wantedUnitId !== undefined && { wantedUnitId }),
    },
    now,
  )
}

/**
 * The day as it will stand once everybody who waits has what is free: a place that came free a moment ago is theirs, and not of who asks first
 * (specs/allocation.md, section 2.1). Who was passed over while a place was free keeps none.
 */
export function withPlacesPromised(
  line: Line,
  passedOver: ReadonlySet<string>,
  now: Date,
): readonly HeldUnit[] {
  let { held } = line
  const given = new Set(passedOver)
  for (;;) {
    const standing = { ...line, held }
    const wish = nextInLine(standing, given, now)
    if (wish === undefined) return held
    given.add(wish.waitId)
    const places = placesFor(standing, wish, now)
    if (places.booked) held = [...afterRelocations(held, places), ...promisedTo(wish, places)]
  }
}

function afterRelocations(held: readonly HeldUnit[], { relocations }: Placed): readonly HeldUnit[] {
  return held.map((place) => {
    const move = relocations.find(({ placeId }) => placeId === place.placeId)
    return move === undefined ? place : { ...place, unitId: move.unitId }
  })
}

function promisedTo({ person }: WaitingWish, { units }: Placed): readonly HeldUnit[] {
  return units.map((place, at) => ({ ...place, holder: at === 0 ? person : {} }))
}

function cellsOf({ waiting }: Line): readonly Cell[] {
  const cells = new Map(
    waiting.flatMap(({ period }) =>
      period.cells.map((cell) => [cell.startsAt.getTime(), { ...cell, day: period.day }] as const),
    ),
  )
  return [...cells.values()].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}
