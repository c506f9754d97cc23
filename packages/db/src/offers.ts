import { and, asc, eq, lte } from 'drizzle-orm'
import { exactlyOne } from './exactly-one.ts'
import { booking, bookingUnit, person, wait } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** A booking as an offer: whose, how it stands, until when it can be accepted. */
export interface OfferRow {
  readonly id: string
  readonly personId: string
  readonly status: typeof booking.$inferSelect.status
  readonly startsAt: Date
  readonly offerExpiresAt: Date | null
  readonly acceptedAt: Date | null
}

const offerColumns = {
  id: booking.id,
  personId: booking.personId,
  status: booking.status,
  startsAt: booking.startsAt,
  offerExpiresAt: booking.offerExpiresAt,
  acceptedAt: booking.acceptedAt,
}

/** The booking with this id in this town, locked against any other answer. */
export async function lockOffer(tx: TenantTransaction, bookingId: string): Promise<OfferRow | undefined> {
  const [row] = await tx
    .select(offerColumns)
    .from(booking)
    .where(and(eq(booking.tenantId, tx.tenantId), eq(booking.id, bookingId)))
    .for('update')
  return row
}

/** Offers whose time is over at `now` and that nobody has closed, the oldest first. */
export async function listExpiredOffers(tx: TenantTransaction, now: Date): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: booking.id })
    .from(booking)
    .where(
      and(eq(booking.tenantId, tx.tenantId), eq(booking.status, 'offered'), lte(booking.offerExpiresAt, now)),
    )
    .orderBy(asc(booking.offerExpiresAt), asc(booking.id))
    .limit(200)
  return rows.map(({ id }) => id)
}

/** Whether the round has anything to look at in this town: somebody who waits, or an offer whose time is over. One statement, since most towns at most looks have neither. */
export async function isAnybodyWaiting(tx: TenantTransaction, now: Date): Promise<boolean> {
  const expired = tx
    .select({ id: booking.id })
    .from(booking)
    .where(
      and(eq(booking.tenantId, tx.tenantId), eq(booking.status, 'offered'), lte(booking.offerExpiresAt, now)),
    )
  const waiting = tx
    .select({ id: wait.id })
    .from(wait)
    .where(and(eq(wait.tenantId, tx.tenantId), eq(wait.status, 'waiting')))
  return (await expired.unionAll(waiting).limit(1)).length > 0
}

/** Gives the places of an offer back; throws if it was no longer one. */
export async function closeOffer(tx: TenantTransaction, bookingId: string, now: Date): Promise<void> {
  const rows = await tx
    .update(booking)
    .set({ status: 'cancelled', cancelledAt: now })
    .where(and(eq(booking.tenantId, tx.tenantId), eq(booking.id, bookingId), eq(booking.status, 'offered')))
    .returning({ id: booking.id })
  exactlyOne(rows, 'booking that is offered')
  await tx
    .update(bookingUnit)
    .set({ status: 'cancelled' })
    .where(and(eq(bookingUnit.tenantId, tx.tenantId), eq(bookingUnit.bookingId, bookingId)))
}

/** An offer that runs, as the desk lists it. */
export interface RunningOffer extends OfferRow {
  readonly waitId: string
  readonly poolId: string
  readonly day: string
  readonly endsAt: Date
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly phone: string | null
}

/** The offers that nobody has answered yet, the first to run out on top. */
export async function listRunningOffers(tx: TenantTransaction): Promise<readonly RunningOffer[]> {
  return tx
    .select({
      ...offerColumns,
      waitId: wait.id,
      poolId: booking.poolId,
      day: booking.day,
      endsAt: booking.endsAt,
      givenName: person.givenName,
      familyName: person.familyName,
      email: person.email,
      phone: person.phone,
    })
    .from(booking)
    .innerJoin(wait, and(eq(wait.tenantId, booking.tenantId), eq(wait.bookingId, booking.id)))
    .innerJoin(person, and(eq(person.tenantId, booking.tenantId), eq(person.id, booking.personId)))
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(wait.tenantId, tx.tenantId),
        eq(person.tenantId, tx.tenantId),
        eq(booking.status, 'offered'),
      ),
    )
    .orderBy(asc(booking.offerExpiresAt), asc(booking.id))
}
