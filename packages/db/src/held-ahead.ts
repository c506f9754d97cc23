import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { holdingStatuses } from './pools.ts'
import { booking, bookingUnit, pool, unit, unitOutage } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** A time of a numbered place, half-open, as the town's file names it. */
export interface PlaceTime {
  readonly pool: string
  readonly unit: number
  readonly startsAt: Date
  readonly endsAt: Date
}

/** A place held from now on. */
export interface HeldAhead extends PlaceTime {
  readonly placeId: string
  readonly bookingId: string
  readonly status: typeof booking.$inferSelect.status
  readonly day: LocalDay
  readonly isAccessible: boolean
  /** This place and no other: its holder needs that very one. */
  readonly isPinned: boolean
}

/** Locks the bookings that hold a place from `now` on, in id order: what is decided about them stands until it is written. */
export async function lockHeldAhead(tx: TenantTransaction, now: Date): Promise<void> {
  await tx
    .select({ id: booking.id })
    .from(booking)
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        gt(booking.endsAt, now),
        inArray(booking.status, [...holdingStatuses]),
      ),
    )
    .orderBy(asc(booking.id))
    .for('update')
}

/** The places that people hold from `now` on, soonest first. */
export async function listHeldAhead(tx: TenantTransaction, now: Date): Promise<readonly HeldAhead[]> {
  const ours = tx.tenantId
  return tx
    .select({
      placeId: bookingUnit.id,
      bookingId: booking.id,
      status: booking.status,
      pool: pool.slug,
      unit: unit.number,
      isAccessible: unit.isAccessible,
      isPinned: bookingUnit.isPinned,
      day: booking.day,
      startsAt: bookingUnit.startsAt,
      endsAt: bookingUnit.endsAt,
    })
    .from(bookingUnit)
    .innerJoin(booking, and(eq(booking.tenantId, ours), eq(booking.id, bookingUnit.bookingId)))
    .innerJoin(pool, and(eq(pool.tenantId, ours), eq(pool.id, bookingUnit.poolId)))
    .innerJoin(unit, and(eq(unit.tenantId, ours), eq(unit.id, bookingUnit.unitId)))
    .where(
      and(
        eq(bookingUnit.tenantId, ours),
        gt(bookingUnit.endsAt, now),
        inArray(bookingUnit.status, [...holdingStatuses]),
      ),
    )
    .orderBy(asc(bookingUnit.startsAt), asc(bookingUnit.id))
}

/** The times from `now` on at which a place is out of order: nobody can be moved there. */
export async function listOutOfOrderAhead(tx: TenantTransaction, now: Date): Promise<readonly PlaceTime[]> {
  const ours = tx.tenantId
  return tx
    .select({
      pool: pool.slug,
      unit: unit.number,
      startsAt: unitOutage.startsAt,
      endsAt: unitOutage.endsAt,
    })
    .from(unitOutage)
    .innerJoin(pool, and(eq(pool.tenantId, ours), eq(pool.id, unitOutage.poolId)))
    .innerJoin(unit, and(eq(unit.tenantId, ours), eq(unit.id, unitOutage.unitId)))
    .where(and(eq(unitOutage.tenantId, ours), gt(unitOutage.endsAt, now), isNull(unitOutage.endedAt)))
    .orderBy(asc(unitOutage.startsAt), asc(unitOutage.id))
}
