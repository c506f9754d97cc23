import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import type { BookingRow, NewBookingUnit, NewDecision } from './bookings.ts'
import { exactlyOne } from './exactly-one.ts'
import { holdingStatuses } from './pools.ts'
import { booking, bookingUnit, decision, person } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** Locks bookings against any other change, in id order, and answers how each stands. Comes after persons and pools' days. */
export async function lockBookings(
  tx: TenantTransaction,
  bookingIds: readonly string[],
): Promise<readonly { readonly id: string; readonly status: BookingRow['status'] }[]> {
  return tx
    .select({ id: booking.id, status: booking.status })
    .from(booking)
    .where(and(eq(booking.tenantId, tx.tenantId), inArray(booking.id, [...bookingIds])))
    .orderBy(asc(booking.id))
    .for('update')
}

/** Puts a booking at another time, or in another pool; its places must be replaced in the same transaction. */
export async function updatePeriod(
  tx: TenantTransaction,
  bookingId: string,
  period: Pick<BookingRow, 'day' | 'startsAt' | 'endsAt' | 'slots' | 'changeKey' | 'expectedAt'> &
    Partial<Pick<BookingRow, 'poolId'>>,
): Promise<void> {
  const rows = await tx
    .update(booking)
    .set(period)
    .where(and(eq(booking.tenantId, tx.tenantId), eq(booking.id, bookingId)))
    .returning({ id: booking.id })
  exactlyOne(rows, 'booking')
}

/** Writes that a booking is over before its time. */
export async function endBooking(tx: TenantTransaction, bookingId: string, endsAt: Date): Promise<void> {
  const rows = await tx
    .update(booking)
    .set({ status: 'completed', endsAt })
    .where(
      and(eq(booking.tenantId, tx.tenantId), eq(booking.id, bookingId), eq(booking.status, 'checked-in')),
    )
    .returning({ id: booking.id })
  exactlyOne(rows, 'booking of who is here')
}

/** Takes places away; the caller gives others in the same transaction. Places are never changed: they pass the exclusion anew. */
export async function removePlaces(tx: TenantTransaction, placeIds: readonly string[]): Promise<void> {
  const rows = await tx
    .delete(bookingUnit)
    .where(and(eq(bookingUnit.tenantId, tx.tenantId), inArray(bookingUnit.id, [...placeIds])))
    .returning({ id: bookingUnit.id })
  if (rows.length !== placeIds.length)
    throw new Error(`Expected ${placeIds.length} places to take away, found ${rows.length}`)
}

/** Gives places to bookings; each carries its booking's status. */
export async function insertPlaces(
  tx: TenantTransaction,
  places: readonly (NewBookingUnit & { readonly bookingId: string; readonly status: string })[],
): Promise<void> {
  await tx.insert(bookingUnit).values(places.map((place) => ({ tenantId: tx.tenantId, ...place })))
}

/** Writes why a booking changed. */
export async function insertDecision(
  tx: TenantTransaction,
  bookingId: string,
  because: NewDecision,
  now: Date,
): Promise<void> {
  await tx.insert(decision).values({ tenantId: tx.tenantId, bookingId, decidedAt: now, ...because })
}

/** What was left out when a booking was made, or when it was moved last, by the pool's slug. */
export async function listDropped(
  tx: TenantTransaction,
  bookingId: string,
  when: 'made' | 'moved',
): Promise<readonly { readonly pool: string; readonly reason: 'full' | 'closed' }[]> {
  const [row] = await tx
    .select({ facts: decision.facts })
    .from(decision)
    .where(
      and(
        eq(decision.tenantId, tx.tenantId),
        eq(decision.bookingId, bookingId),
        when === 'moved' ? eq(decision.outcome, 'MOVED') : undefined,
      ),
    )
    .orderBy(
      ...(when === 'made'
        ? [asc(decision.decidedAt), asc(decision.id)]
        : [desc(decision.decidedAt), desc(decision.id)]),
    )
    .limit(1)
  const dropped: unknown = row?.facts['dropped']
  if (!Array.isArray(dropped)) return []
  return dropped.flatMap((each: { readonly pool?: unknown; readonly reason?: unknown }) =>
    typeof each.pool === 'string' && (each.reason === 'full' || each.reason === 'closed')
      ? [{ pool: each.pool, reason: each.reason }]
      : [],
  )
}

export interface PlaceHolder {
  readonly placeId: string
  readonly bookingId: string
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly code: string
  readonly day: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: BookingRow['status']
  readonly isPinned: boolean
  readonly isAddOn: boolean
  readonly isChosen: boolean
  readonly dependantId: string | null
}

/** Who holds one place in `[from, to)`, soonest first. */
export async function listHoldersOfUnit(
  tx: TenantTransaction,
  unitId: string,
  from: Date,
  to: Date,
): Promise<readonly PlaceHolder[]> {
  return tx
    .select({
      placeId: bookingUnit.id,
      bookingId: booking.id,
      personId: booking.personId,
      givenName: person.givenName,
      familyName: person.familyName,
      code: booking.code,
      day: booking.day,
      startsAt: bookingUnit.startsAt,
      endsAt: bookingUnit.endsAt,
      status: booking.status,
      isPinned: bookingUnit.isPinned,
      isAddOn: bookingUnit.isAddOn,
      isChosen: bookingUnit.isChosen,
      dependantId: bookingUnit.dependantId,
    })
    .from(bookingUnit)
    .innerJoin(
      booking,
      and(eq(booking.tenantId, bookingUnit.tenantId), eq(booking.id, bookingUnit.bookingId)),
    )
    .innerJoin(person, and(eq(person.tenantId, booking.tenantId), eq(person.id, booking.personId)))
    .where(
      and(
        eq(bookingUnit.tenantId, tx.tenantId),
        eq(booking.tenantId, tx.tenantId),
        eq(person.tenantId, tx.tenantId),
        eq(bookingUnit.unitId, unitId),
        gt(bookingUnit.endsAt, from),
        lt(bookingUnit.startsAt, to),
        inArray(bookingUnit.status, [...holdingStatuses]),
      ),
    )
    .orderBy(asc(bookingUnit.startsAt), asc(bookingUnit.id))
}
