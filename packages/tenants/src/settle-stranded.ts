import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { strandedBookings } from './stranded-bookings.ts'
import type { PlaceAhead, StrandedBecause } from './stranded-bookings.ts'
import type { TenantConfig } from './tenant-config.ts'

/** A held place with what decides whether it can be given back elsewhere. */
export interface SettlePlace extends PlaceAhead {
  readonly status: string
  readonly isAccessible: boolean
  /** Its holder needs this very place. */
  readonly isPinned: boolean
}

/** A time of a numbered place that cannot be given to anybody. */
export interface BlockedTime {
  readonly pool: string
  readonly unit: number
  readonly startsAt: Date
  readonly endsAt: Date
}

/** How to treat those who would be left before a shut door; `because` is what they read. */
export type StrandedTreatment =
  | { readonly how: 'refuse' }
  | { readonly how: 'move' }
  | { readonly how: 'cancel'; readonly because: string }

export type Stranded<P> = P & { readonly because: StrandedBecause }

/**
 * What becomes of the held places that a town's next configuration would no longer give. Moved is only who lost a unit and
 * finds another of the same pool at the same time, free, in order and no less accessible; who is in already, or needs that
 * very place, is left for somebody to speak to. A cancelled booking is cancelled whole. `otherHours` are those that the desk decided, by the slug of their pool.
 */
export function settleStranded<P extends SettlePlace>(
  next: TenantConfig,
  held: readonly P[],
  blocked: readonly BlockedTime[],
  treatment: StrandedTreatment,
  otherHours: readonly PlacedChange[] = [],
): {
  readonly left: readonly Stranded<P>[]
  readonly moves: readonly { readonly place: Stranded<P>; readonly toUnit: number }[]
  readonly cancellations: readonly { readonly bookingId: string; readonly because: string }[]
} {
  const stranded = strandedBookings(next, held, otherHours)
  const isHere = ({ status }: SettlePlace) => status !== 'confirmed'
  switch (treatment.how) {
    case 'refuse':
      return { left: stranded, moves: [], cancellations: [] }
    case 'cancel': {
      const present = new Set(stranded.filter(isHere).map(({ bookingId }) => bookingId))
      const left = stranded.filter(({ bookingId }) => present.has(bookingId))
      const bookingIds = new Set(stranded.map(({ bookingId }) => bookingId))
      const { because } = treatment
      return {
        left,
        moves: [],
        cancellations: [...bookingIds.difference(present)].map((bookingId) => ({ bookingId, because })),
      }
    }
    case 'move': {
      const left: Stranded<P>[] = []
      const moves: { place: Stranded<P>; toUnit: number }[] = []
      const busy: BlockedTime[] = [...held, ...blocked]
      for (const place of stranded) {
        const toUnit =
          isHere(place) || place.isPinned || place.because !== 'no-such-unit'
            ? undefined
            : freeUnit(next, place, busy)
        if (toUnit === undefined) left.push(place)
        else {
          moves.push({ place, toUnit })
          busy.push({ ...place, unit: toUnit })
        }
      }
      return { left, moves, cancellations: [] }
    }
  }
}

/** The lowest number that is free, an accessible one last: it is kept for who needs it. */
function freeUnit(
  next: TenantConfig,
  { pool, isAccessible, startsAt, endsAt }: SettlePlace,
  busy: readonly BlockedTime[],
): number | undefined {
  const taken = new Set(
    busy
      .filter((other) => other.pool === pool && other.startsAt < endsAt && startsAt < other.endsAt)
      .map(({ unit }) => unit),
  )
  return next.pools
    .find(({ slug }) => slug === pool)
    ?.units.filter((unit) => !taken.has(unit.number) && (unit.isAccessible || !isAccessible))
    .toSorted(
      (one, other) => Number(one.isAccessible) - Number(other.isAccessible) || one.number - other.number,
    )[0]?.number
}
