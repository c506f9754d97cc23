import { and, asc, eq, isNull } from 'drizzle-orm'
import { booking, bookingUnit, person, pool, unit } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** What a mail about a booking is written from: the columns that the worker may read, and no other. */
export interface BookingToTell {
  readonly id: string
  readonly personId: string
  readonly poolId: string
  readonly poolSlug: string
  readonly poolKind: typeof pool.$inferSelect.kind
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: typeof booking.$inferSelect.status
  readonly channel: typeof booking.$inferSelect.channel
  readonly code: string
  readonly requestHash: string
  readonly bookedAt: Date
  readonly cancelReason: string | null
  readonly missedAt: Date | null
  readonly excusedAt: Date | null
  readonly offerExpiresAt: Date | null
  readonly givenName: string
  readonly email: string | null
  readonly phone: string | null
  /** Of the booking's own pool and of what comes along. */
  readonly units: readonly {
    readonly poolId: string
    readonly label: string
    readonly startsAt: Date
    readonly endsAt: Date
  }[]
}

/** The booking with this id in this town as a mail tells it; undefined once its holder is erased: there is nobody to tell, or to call. */
export async function findBookingToTell(
  tx: TenantTransaction,
  bookingId: string,
): Promise<BookingToTell | undefined> {
  const [[found], units] = await Promise.all([
    tx
      .select({
        id: booking.id,
        personId: booking.personId,
        poolId: booking.poolId,
        poolSlug: pool.slug,
        poolKind: pool.kind,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        status: booking.status,
        channel: booking.channel,
        code: booking.code,
        requestHash: booking.requestHash,
        bookedAt: booking.bookedAt,
        cancelReason: booking.cancelReason,
        missedAt: booking.missedAt,
        excusedAt: booking.excusedAt,
        offerExpiresAt: booking.offerExpiresAt,
        givenName: person.givenName,
        email: person.email,
        phone: person.phone,
      })
      .from(booking)
      .innerJoin(pool, and(eq(pool.tenantId, booking.tenantId), eq(pool.id, booking.poolId)))
      .innerJoin(person, and(eq(person.tenantId, booking.tenantId), eq(person.id, booking.personId)))
      .where(
        and(
          eq(booking.tenantId, tx.tenantId),
          eq(pool.tenantId, tx.tenantId),
          eq(person.tenantId, tx.tenantId),
          eq(booking.id, bookingId),
          isNull(person.erasedAt),
        ),
      ),
    tx
      .select({
        poolId: unit.poolId,
        label: unit.label,
        startsAt: bookingUnit.startsAt,
        endsAt: bookingUnit.endsAt,
      })
      .from(bookingUnit)
      .innerJoin(unit, and(eq(unit.tenantId, bookingUnit.tenantId), eq(unit.id, bookingUnit.unitId)))
      .where(
        and(
          eq(bookingUnit.tenantId, tx.tenantId),
          eq(unit.tenantId, tx.tenantId),
          eq(bookingUnit.bookingId, bookingId),
        ),
      )
      .orderBy(asc(bookingUnit.startsAt), asc(unit.number)),
  ])
  return found && { ...found, units }
}
