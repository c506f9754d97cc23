import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { BookingRow } from './bookings.ts'
import { exactlyOne } from './exactly-one.ts'
import type { PoolDay } from './pools.ts'
import { absenceExcuse, booking, bookingUnit, person } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** A booking that time may have ended. */
export interface OverdueBooking {
  readonly id: string
  readonly personId: string
}

/**
 * Bookings that nobody came to although they were expected at `expectedBy` or before, and visits whose end has come; the oldest first, at most `limit`.
 * Read without locks: each is looked at again under its own.
 */
export async function listOverdue(
  tx: TenantTransaction,
  expectedBy: Date,
  now: Date,
  limit: number,
): Promise<readonly OverdueBooking[]> {
  return tx
    .select({ id: booking.id, personId: booking.personId })
    .from(booking)
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        // Said in the words of the partial index, which a parameter would not be known to match.
        sql`${booking.status} in ('confirmed', 'checked-in')`,
        lte(booking.startsAt, now),
        or(
          and(
            eq(booking.status, 'confirmed'),
            lte(booking.startsAt, expectedBy),
            lte(booking.bookedAt, expectedBy),
            or(isNull(booking.expectedAt), lte(booking.expectedAt, expectedBy)),
          ),
          and(eq(booking.status, 'checked-in'), lte(booking.endsAt, now)),
        ),
      ),
    )
    .orderBy(asc(booking.startsAt), asc(booking.id))
    .limit(limit)
}

/** Locks the row of a booking's holder without reading it: the worker may not see what a request sees. */
export async function lockHolder(tx: TenantTransaction, personId: string): Promise<void> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.id, personId)))
    .for('update')
  exactlyOne(rows, 'holder of a booking')
}

/** The pools' days on which a booking holds places. */
export async function listPoolDaysOf(tx: TenantTransaction, bookingId: string): Promise<readonly PoolDay[]> {
  return tx
    .selectDistinct({ poolId: bookingUnit.poolId, day: booking.day })
    .from(bookingUnit)
    .innerJoin(booking, and(eq(booking.tenantId, tx.tenantId), eq(booking.id, bookingUnit.bookingId)))
    .where(and(eq(bookingUnit.tenantId, tx.tenantId), eq(bookingUnit.bookingId, bookingId)))
}

/** A booking as far as it tells who came, and whether anybody is behind it. */
export type StandingBooking = Pick<
  BookingRow,
  'id' | 'day' | 'status' | 'startsAt' | 'endsAt' | 'bookedAt' | 'expectedAt' | 'requestHash'
>

/** Locks a booking and answers how it stands; undefined for one of nobody here. Comes after person and pools' days. */
export async function lockStanding(
  tx: TenantTransaction,
  bookingId: string,
): Promise<StandingBooking | undefined> {
  const [row] = await tx
    .select({
      id: booking.id,
      day: booking.day,
      status: booking.status,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      bookedAt: booking.bookedAt,
      expectedAt: booking.expectedAt,
      requestHash: booking.requestHash,
    })
    .from(booking)
    .where(and(eq(booking.tenantId, tx.tenantId), eq(booking.id, bookingId)))
    .for('update')
  return row
}

/** Writes how a booking ended, its places following; throws when it no longer stood as it was. */
export async function endAttendance(
  tx: TenantTransaction,
  { id, status: from }: Pick<StandingBooking, 'id' | 'status'>,
  ended: { readonly status: 'no-show'; readonly missedAt: Date } | { readonly status: 'completed' },
): Promise<void> {
  const rows = await tx
    .update(booking)
    .set(ended)
    .where(and(eq(booking.tenantId, tx.tenantId), eq(booking.id, id), eq(booking.status, from)))
    .returning({ id: booking.id })
  exactlyOne(rows, `booking in status ${from}`)
  await tx
    .update(bookingUnit)
    .set({ status: ended.status })
    .where(and(eq(bookingUnit.tenantId, tx.tenantId), eq(bookingUnit.bookingId, id)))
}

/** The days from `from` on that a person missed without an excuse, in order; a day missed twice stands there twice. */
export async function listMissedOn(
  tx: TenantTransaction,
  personId: string,
  from: LocalDay,
): Promise<readonly LocalDay[]> {
  const rows = await tx
    .select({ day: booking.day })
    .from(booking)
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(booking.personId, personId),
        eq(booking.status, 'no-show'),
        isNull(booking.excusedAt),
        gte(booking.day, from),
      ),
    )
    .orderBy(asc(booking.day), asc(booking.id))
  return rows.map(({ day }) => day)
}

export type ExcuseRow = typeof absenceExcuse.$inferSelect

/** Excuses an absence and keeps why; throws when it is none any more, or was excused. */
export async function insertExcuse(
  tx: TenantTransaction,
  bookingId: string,
  because: ExcuseRow['because'],
  now: Date,
): Promise<void> {
  const rows = await tx
    .update(booking)
    .set({ excusedAt: now })
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(booking.id, bookingId),
        eq(booking.status, 'no-show'),
        isNull(booking.excusedAt),
      ),
    )
    .returning({ id: booking.id })
  exactlyOne(rows, 'absence that is not excused')
  await tx.insert(absenceExcuse).values({ tenantId: tx.tenantId, bookingId, because, declaredAt: now })
}

/** Why an absence was excused, for as long as it is kept. For the person who said so, and for nobody else. */
export async function findExcuse(
  tx: TenantTransaction,
  bookingId: string,
): Promise<ExcuseRow['because'] | undefined> {
  const [row] = await tx
    .select({ because: absenceExcuse.because })
    .from(absenceExcuse)
    .where(and(eq(absenceExcuse.tenantId, tx.tenantId), eq(absenceExcuse.bookingId, bookingId)))
  return row?.because
}

export interface Revived {
  readonly status: 'confirmed' | 'checked-in' | 'completed'
  readonly checkedInAt: Date | null
}

/** Takes back that a booking was cancelled or missed; its places must be replaced in the same transaction, and so pass the exclusion. */
export async function reviveBooking(
  tx: TenantTransaction,
  { id, status: from }: Pick<BookingRow, 'id' | 'status'>,
  revived: Revived,
): Promise<void> {
  const rows = await tx
    .update(booking)
    .set({
      ...revived,
      cancelledAt: null,
      cancelReason: null,
      missedAt: null,
      excusedAt: null,
      expectedAt: null,
    })
    .where(and(eq(booking.tenantId, tx.tenantId), eq(booking.id, id), eq(booking.status, from)))
    .returning({ id: booking.id })
  exactlyOne(rows, `booking in status ${from}`)
  await tx
    .delete(absenceExcuse)
    .where(and(eq(absenceExcuse.tenantId, tx.tenantId), eq(absenceExcuse.bookingId, id)))
}
