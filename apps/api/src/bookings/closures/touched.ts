import { listBookingsById } from '@officine/db/bookings'
import type { BookedPlace, BookingRecord } from '@officine/db/bookings'
import { listHeldPlaces } from '@officine/db/pools'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { poolHoursOn } from '@officine/domain/booking/booking-period'
import { withChange } from '@officine/domain/booking/decide-change'
import { instantsOf, losesTime } from '@officine/domain/booking/opening-hours'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import type { PoolOfTown } from '../../town.ts'
import { asOpen } from '../../opening-of-pool.ts'
import type { DecidedChange } from '@officine/db/opening-changes'
import type { PlacedAsk } from './asked-change.ts'

/** A booking that a change takes time from. */
export interface Touched {
  readonly record: BookingRecord
  /** The place itself, or only something that comes along with it. */
  readonly what: 'place' | 'companion'
  /** The places that cannot be had any more. */
  readonly places: readonly BookedPlace[]
}

/** What may become of a touched booking. */
export type Treatment = 'cancel' | 'move' | 'drop' | 'keep' | 'end'

/** The bookings that a change takes time from, the soonest first; who is gone already is left in peace. */
export async function readTouched(
  tx: TenantTransaction,
  { change, pools }: PlacedAsk,
  decided: readonly DecidedChange[],
  now: Date,
): Promise<readonly Touched[]> {
  return readLosing(
    tx,
    { ...change, pools },
    (usual) => {
      const before = asOpen(usual, decided)
      return { before, after: withChange(before, change) }
    },
    now,
  )
}

/** The bookings that lose time when their pools go from one opening to another. */
export async function readLosing(
  tx: TenantTransaction,
  span: { readonly fromDay: string; readonly toDay: string; readonly pools: readonly PoolOfTown[] },
  openings: (pool: PoolOfTown) => { readonly before: PoolOfTown; readonly after: PoolOfTown },
  now: Date,
): Promise<readonly Touched[]> {
  const [from, to] = [instantOf(span.fromDay, '00:00'), instantOf(addDays(span.toDay, 1), '00:00')]
  if (span.pools.length === 0) return []
  const held = await listHeldPlaces(
    tx,
    span.pools.map(({ poolId }) => poolId),
    from,
    to,
  )
  const cellsOn = new Map<string, Parameters<typeof losesTime>[0]>()
  const cellsOf = (pool: PoolOfTown, when: 'before' | 'after', day: string) => {
    const key = `${pool.poolId} ${when} ${day}`
    const known = cellsOn.get(key) ?? instantsOf(poolHoursOn(pool, day).cells, day)
    cellsOn.set(key, known)
    return known
  }
  const byPool = new Map(span.pools.map((pool) => [pool.poolId, openings(pool)]))
  const lost = held.filter((place) => {
    const opening = byPool.get(place.poolId)
    const day = localDayOf(place.startsAt)
    return (
      opening !== undefined &&
      place.endsAt > now &&
      losesTime(cellsOf(opening.before, 'before', day), cellsOf(opening.after, 'after', day), place)
    )
  })
  const lostPlaces = new Set(lost.map(({ placeId }) => placeId))
  const records = await listBookingsById(tx, [...new Set(lost.map(({ bookingId }) => bookingId))])
  return records.map((record) => {
    const places = record.units.filter(({ placeId }) => lostPlaces.has(placeId))
    const isPlace = places.some(({ poolId }) => poolId === record.poolId)
    return { record, places, what: isPlace ? 'place' : 'companion' }
  })
}

/** What the desk may choose for a booking. Who is here is asked, never sent away unasked; an offer that nobody accepted is only taken back. */
export function treatmentsOf({ record: { status }, what }: Touched): readonly Treatment[] {
  if (status === 'checked-in') return ['keep', 'end']
  if (status === 'offered') return ['cancel']
  return what === 'place' ? ['cancel', 'move'] : ['drop', 'cancel', 'move']
}

/** What happens unless somebody says otherwise: the seat is kept without what is shut (rule 25); who is here must be asked. */
export function usualTreatment(touched: Touched): Treatment | undefined {
  return touched.record.status === 'checked-in' ? undefined : treatmentsOf(touched)[0]
}

/** Two lists with the same key are about the same bookings as they stood. */
export function keyOf(touched: readonly Touched[]): string {
  return hashOfJson(
    touched
      .map(({ record: { id, status, startsAt, endsAt }, places }) =>
        [id, status, startsAt.getTime(), endsAt.getTime(), ...places.map(({ placeId }) => placeId)].join(),
      )
      .toSorted(),
  )
}
