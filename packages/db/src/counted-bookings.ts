import { and, asc, eq, gte, inArray, isNull, lt, ne } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BookingRow } from './bookings.ts'
import { booking, bookingUnit, pool } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export interface OwnBooking {
  readonly bookingId: string
  readonly pool: string
  readonly day: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly slots: number
  readonly status: BookingRow['status']
}

/** A person's bookings that start in `[from, to)` and count toward caps: all but the cancelled and the absences that were excused. */
export async function listCountedBookings(
  tx: TenantTransaction,
  personId: string,
  from: Date,
  to: Date,
): Promise<readonly OwnBooking[]> {
  return tx
    .select({
      bookingId: booking.id,
      pool: pool.slug,
      day: booking.day,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      slots: booking.slots,
      status: booking.status,
    })
    .from(booking)
    .innerJoin(pool, and(eq(pool.tenantId, booking.tenantId), eq(pool.id, booking.poolId)))
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(pool.tenantId, tx.tenantId),
        eq(booking.personId, personId),
        gte(booking.startsAt, from),
        lt(booking.startsAt, to),
        ne(booking.status, 'cancelled'),
        isNull(booking.excusedAt),
      ),
    )
    .orderBy(asc(booking.startsAt))
}

export interface CountedPlace {
  readonly bookingId: string
  readonly personId: string
  readonly dependantId: string | null
  readonly pool: string
  readonly day: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: BookingRow['status']
}

/** What came along with bookings of these people, or for these dependants whoever booked, in bookings of `[from, to)` that count toward caps. */
export async function listCountedCompanions(
  tx: TenantTransaction,
  personIds: readonly string[],
  dependantIds: readonly string[],
  from: Date,
  to: Date,
): Promise<readonly CountedPlace[]> {
  // Two questions, each with an index of its own: as one with an `or` it would read every place that the town ever gave.
  const [ofPeople, ofDependants] = await Promise.all([
    companionsWhere(tx, inArray(booking.personId, [...personIds]), from, to),
    dependantIds.length === 0
      ? []
      : companionsWhere(tx, inArray(bookingUnit.dependantId, [...dependantIds]), from, to),
  ])
  const places = new Map([...ofPeople, ...ofDependants].map((place) => [place.placeId, place]))
  return [...places.values()]
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.placeId < b.placeId ? -1 : 1))
    .map(({ placeId: _once, ...place }) => place)
}

function companionsWhere(
  tx: TenantTransaction,
  whose: SQL,
  from: Date,
  to: Date,
): Promise<readonly (CountedPlace & { readonly placeId: string })[]> {
  return tx
    .select({
      placeId: bookingUnit.id,
      bookingId: booking.id,
      personId: booking.personId,
      dependantId: bookingUnit.dependantId,
      pool: pool.slug,
      day: booking.day,
      startsAt: bookingUnit.startsAt,
      endsAt: bookingUnit.endsAt,
      status: booking.status,
    })
    .from(bookingUnit)
    .innerJoin(
      booking,
      and(eq(booking.tenantId, bookingUnit.tenantId), eq(booking.id, bookingUnit.bookingId)),
    )
    .innerJoin(pool, and(eq(pool.tenantId, bookingUnit.tenantId), eq(pool.id, bookingUnit.poolId)))
    .where(
      and(
        eq(bookingUnit.tenantId, tx.tenantId),
        eq(booking.tenantId, tx.tenantId),
        eq(pool.tenantId, tx.tenantId),
        whose,
        ne(bookingUnit.poolId, booking.poolId),
        gte(booking.startsAt, from),
        lt(booking.startsAt, to),
        ne(booking.status, 'cancelled'),
        isNull(booking.excusedAt),
      ),
    )
}
