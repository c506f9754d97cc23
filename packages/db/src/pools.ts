import { and, asc, eq, gt, inArray, lt, or } from 'drizzle-orm'
import { booking, bookingUnit, person, poolDay } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** Statuses that hold a place: those of the exclusion constraint. */
export const holdingStatuses = ['offered', 'confirmed', 'checked-in'] as const

export interface LockedPerson {
  readonly id: string
  readonly bornOn: string | null
  readonly residence: string | null
  readonly noticeVersion: string | null
  readonly erasedAt: Date | null
  /** The row that answers for this one since the two were merged. */
  readonly mergedInto: string | null
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
      erasedAt: person.erasedAt,
      mergedInto: person.mergedInto,
    })
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), inArray(person.id, [...personIds].sort())))
    .orderBy(asc(person.id))
    .for('update')
}

/** A pool's day: what a decision about its places locks. */
export interface PoolDay {
  readonly poolId: string
  readonly day: string
}

/** Locks pools' days, by pool and day whoever asks: until the end of the transaction nobody else decides about their places. How many rows were there to lock. */
export async function lockPoolDays(tx: TenantTransaction, days: readonly PoolDay[]): Promise<number> {
  if (days.length === 0) return 0 // an `or` of nothing is no condition: it would lock every day of the town
  const rows = await tx
    .select({ day: poolDay.day })
    .from(poolDay)
    .where(
      and(
        eq(poolDay.tenantId, tx.tenantId),
        or(...days.map(({ poolId, day }) => and(eq(poolDay.poolId, poolId), eq(poolDay.day, day)))),
      ),
    )
    .orderBy(asc(poolDay.poolId), asc(poolDay.day))
    .for('update')
  return rows.length
}

/** Makes the lock rows of days that nobody has asked for yet; two at once make one. */
export async function insertPoolDays(tx: TenantTransaction, days: readonly PoolDay[]): Promise<void> {
  const inOrder = days.toSorted((a, b) => compare(a.poolId, b.poolId) || compare(a.day, b.day))
  await tx
    .insert(poolDay)
    .values(inOrder.map(({ poolId, day }) => ({ tenantId: tx.tenantId, poolId, day })))
    .onConflictDoNothing()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

export interface HeldPlace {
  readonly placeId: string
  readonly bookingId: string
  readonly poolId: string
  readonly unitId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: string
  readonly isPinned: boolean
  readonly isAddOn: boolean
  /** Its holder asked for this very place. */
  readonly isChosen: boolean
  readonly dependantId: string | null
  readonly personId: string
  readonly bornOn: string | null
  readonly residence: string | null
}

/** Who holds which place of some pools in `[from, to)`, with the facts that reserves look at. */
export async function listHeldPlaces(
  tx: TenantTransaction,
  poolIds: readonly string[],
  from: Date,
  to: Date,
): Promise<readonly HeldPlace[]> {
  return tx
    .select({
      placeId: bookingUnit.id,
      bookingId: bookingUnit.bookingId,
      poolId: bookingUnit.poolId,
      unitId: bookingUnit.unitId,
      startsAt: bookingUnit.startsAt,
      endsAt: bookingUnit.endsAt,
      status: bookingUnit.status,
      isPinned: bookingUnit.isPinned,
      isAddOn: bookingUnit.isAddOn,
      isChosen: bookingUnit.isChosen,
      dependantId: bookingUnit.dependantId,
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
        inArray(bookingUnit.poolId, [...poolIds]),
        // Leakproof comparisons on starts_at lead the index; no period is longer than a day, so the window opens a day earlier.
        gt(bookingUnit.startsAt, new Date(from.getTime() - 86_400_000)),
        lt(bookingUnit.startsAt, to),
        gt(bookingUnit.endsAt, from),
        inArray(bookingUnit.status, [...holdingStatuses]),
      ),
    )
    .orderBy(asc(bookingUnit.startsAt), asc(bookingUnit.unitId))
}
