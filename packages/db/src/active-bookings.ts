import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { holdingStatuses } from './pools.ts'
import { booking } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export interface ActiveBookingRow {
  readonly bookingId: string
  readonly personId: string
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Bookings of some people that hold a place and are not over at `now`, locked against other changes. Comes after the persons. */
export async function lockActiveBookings(
  tx: TenantTransaction,
  personIds: readonly string[],
  now: Date,
): Promise<readonly ActiveBookingRow[]> {
  return tx
    .select({
      bookingId: booking.id,
      personId: booking.personId,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
    })
    .from(booking)
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        inArray(booking.personId, [...personIds]),
        inArray(booking.status, [...holdingStatuses]),
        gt(booking.endsAt, now),
      ),
    )
    .orderBy(asc(booking.id))
    .for('update')
}
