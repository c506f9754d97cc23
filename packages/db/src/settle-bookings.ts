import { and, eq, inArray } from 'drizzle-orm'
import { insertAuditEvent } from './audit.ts'
import { changeBooking } from './bookings.ts'
import { exactlyOne } from './exactly-one.ts'
import type { HeldAhead } from './held-ahead.ts'
import { insertWords } from './outbox.ts'
import { bookingUnit, pool, unit } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** What becomes of the bookings that a town's next configuration would leave without a place. */
export interface Settlement<Left> {
  /** Those that nothing was decided about: with any, nothing is done. */
  readonly left: readonly Left[]
  readonly moves: readonly { readonly place: HeldAhead; readonly toUnit: number }[]
  /** Each booking once, whole. */
  readonly cancellations: readonly { readonly bookingId: string; readonly because: string }[]
}

/** The settlement of a town whose bookings all keep their place. */
export const nobodyStranded: Settlement<never> = { left: [], moves: [], cancellations: [] }

/**
 * Moves places to other units of their pool at the same time, and cancels bookings, each with its word to the citizen and
 * its line in the register. Belongs in the transaction that takes the places away; the bookings' locks must be held.
 */
export async function settleBookings(
  tx: TenantTransaction,
  { moves, cancellations }: Pick<Settlement<unknown>, 'moves' | 'cancellations'>,
  now: Date,
  newId: () => string,
): Promise<void> {
  if (moves.length > 0) await movePlaces(tx, moves, newId)
  for (const [bookingId, places] of Map.groupBy(moves, ({ place }) => place.bookingId)) {
    const details = { places: places.map(({ place, toUnit }) => [place.pool, place.unit, toUnit]) }
    await tell(tx, { bookingId, topic: 'booking-reassigned', action: 'booking.move', details }, now, newId)
  }
  for (const { bookingId, because } of cancellations) {
    await changeBooking(tx, bookingId, 'confirmed', {
      status: 'cancelled',
      cancelledAt: now,
      cancelReason: because,
    })
    const told = { bookingId, topic: 'booking-cancelled', action: 'booking.cancel', reason: because }
    await tell(tx, told, now, newId)
  }
}

/** All are taken away before any is given back: two may change places with each other. */
async function movePlaces(
  tx: TenantTransaction,
  moves: Settlement<unknown>['moves'],
  newId: () => string,
): Promise<void> {
  const units = await tx
    .select({ unitId: unit.id, number: unit.number, pool: pool.slug })
    .from(unit)
    .innerJoin(pool, and(eq(pool.tenantId, tx.tenantId), eq(pool.id, unit.poolId)))
    .where(eq(unit.tenantId, tx.tenantId))
  const placeIds = moves.map(({ place }) => place.placeId)
  const taken = await tx
    .delete(bookingUnit)
    .where(and(eq(bookingUnit.tenantId, tx.tenantId), inArray(bookingUnit.id, placeIds)))
    .returning()
  const given = moves.map(({ place, toUnit }) => {
    const before = exactlyOne(
      taken.filter(({ id }) => id === place.placeId),
      'held place',
    )
    const { unitId } = exactlyOne(
      units.filter((each) => each.pool === place.pool && each.number === toUnit),
      'unit to move to',
    )
    return { ...before, id: newId(), unitId }
  })
  await tx.insert(bookingUnit).values(given)
}

interface Told {
  readonly bookingId: string
  readonly topic: string
  readonly action: string
  readonly reason?: string
  readonly details?: Record<string, unknown>
}

async function tell(
  tx: TenantTransaction,
  { bookingId, topic, action, reason, details }: Told,
  now: Date,
  newId: () => string,
): Promise<void> {
  await insertWords(tx, bookingId, [{ id: newId(), topic, runAt: now }], now)
  // No actor: whoever applies a configuration does so from outside the town's register of people.
  await insertAuditEvent(tx, {
    id: newId(),
    at: now,
    action,
    subjectId: bookingId,
    reason: reason ?? 'town configuration applied',
    details: details ?? {},
  })
}
