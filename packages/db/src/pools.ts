import { and, asc, eq, gt, inArray, lt } from 'drizzle-orm'
import { booking, bookingUnit, person, poolDay } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** Statuses that hold a place: those of the exclusion constraint. */
export const holdingStatuses = ['confirmed', 'checked-in'] as const

export interface LockedPerson {
  readonly id: string
  readonly bornOn: string | null
  readonly residence: string | null
  readonly noticeVersion: string | null
}

/** Locks the persons whose caps a decision touches, in id order: without it, two bookings on two days would both pass a weekly cap. Answers who exists here. */
export async function lockPersons(
  tx: TenantTransaction,
  personIds: readonly string[],
): Promise<readonly LockedPerson[]> {
  return tx
    .select({
      id: person.id,
      bornOn: person.bornOn,
      residence: person.residence,
      noticeVersion: person.noticeVersion,
    })
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), inArray(person.id, [...personIds].sort())))
    .orderBy(asc(person.id))
    .for('update')
}

/** Locks a pool's day: until the end of the transaction nobody else decides about its places. Whether the row was there to lock. */
export async function lockPoolDay(tx: TenantTransaction, poolId: string, day: string): Promise<boolean> {
  const rows = await tx
    .select({ day: poolDay.day })
    .from(poolDay)
    .where(and(eq(poolDay.tenantId, tx.tenantId), eq(poolDay.poolId, poolId), eq(poolDay.day, day)))
    .for('update')
  return rows.length === 1
}

/** Makes the lock row of a day that nobody has asked for yet; two at once make one. */
export async function insertPoolDay(tx: TenantTransaction, poolId: string, day: string): Promise<void> {
  await tx.insert(poolDay).values({ tenantId: tx.tenantId, poolId, day }).onConflictDoNothing()
}

export interface HeldPlace {
  readonly bookingId: string
  readonly unitId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly personId: string
  readonly bornOn: string | null
  readonly residence: string | null
}

/** Who holds which place of a pool in `[from, to)`, with the facts that reserves look at. */
export async function listHeldPlaces(
  tx: TenantTransaction,
  poolId: string,
  from: Date,
  to: Date,
): Promise<readonly HeldPlace[]> {
  return tx
    .select({
      bookingId: bookingUnit.bookingId,
      unitId: bookingUnit.unitId,
      startsAt: bookingUnit.startsAt,
      endsAt: bookingUnit.endsAt,
      personId: booking.personId,
      bornOn: person.bornOn,
      residence: person.residence,
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
        eq(bookingUnit.poolId, poolId),
        // Leakproof comparisons on starts_at lead the index; no period is longer than a day, so the window opens a day earlier.
        gt(bookingUnit.startsAt, new Date(from.getTime() - 86_400_000)),
        lt(bookingUnit.startsAt, to),
        gt(bookingUnit.endsAt, from),
        inArray(bookingUnit.status, [...holdingStatuses]),
      ),
    )
    .orderBy(asc(bookingUnit.startsAt), asc(bookingUnit.unitId))
}
