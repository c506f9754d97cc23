import { insertDecision, insertPlaces, lockBookings, removePlaces } from '@officine/db/booking-places'
import { newId } from '@officine/db/new-id'
import { insertWords } from '@officine/db/outbox'
import type { HeldPlace } from '@officine/db/pools'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { Relocation } from '@officine/domain/booking/make-room'
import { isReassignmentNews } from '@officine/domain/booking/reassigned-news'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { findPool } from '../town.ts'
import type { Town } from '../town.ts'

/** Somebody sat down between our reading and our lock: as with any lost race, the whole use case is decided again. */
export class OvertakenError extends Error {
  readonly code = '40001'
}

/** Gives other places to bookings whose holders are not here yet. The pool's day must be locked; a check-in that came in between is never undone. */
export async function relocate(
  tx: TenantTransaction,
  town: Town,
  relocations: readonly Relocation[],
  held: readonly HeldPlace[],
  because: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const moves = relocations.flatMap(({ placeId, unitId }) => {
    const place = held.find((each) => each.placeId === placeId)
    return place === undefined ? [] : [{ place, unitId }]
  })
  if (moves.length === 0) return
  const locked = await lockBookings(tx, [...new Set(moves.map(({ place }) => place.bookingId))])
  const statusOf = new Map(locked.map(({ id, status }) => [id, status]))
  if (locked.some(({ status }) => status !== 'confirmed' && status !== 'offered'))
    throw new OvertakenError('A booking to be re-assigned is no longer waiting')

  await removePlaces(
    tx,
    moves.map(({ place }) => place.placeId),
  )
  await insertPlaces(
    tx,
    moves.map(({ place: { bookingId, poolId, startsAt, endsAt, isAddOn, dependantId }, unitId }) => ({
      id: newId(now),
      bookingId,
      status: statusOf.get(bookingId) ?? 'confirmed',
      poolId,
      unitId,
      startsAt,
      endsAt,
      isAddOn,
      dependantId,
    })),
  )
  for (const { place, unitId } of moves) {
    const facts = { from: place.unitId, to: unitId, ...because }
    await insertDecision(
      tx,
      place.bookingId,
      {
        id: newId(now),
        outcome: 'REASSIGNED',
        configVersion: town.version,
        rulesHash: town.rulesHash,
        inputsHash: hashOfJson(facts),
        facts,
      },
      now,
    )
  }
  await tellHolders(
    tx,
    town,
    moves.filter(({ place }) => statusOf.get(place.bookingId) === 'confirmed'),
    now,
  )
}

/** A word for each booking whose holder should know before they come. */
async function tellHolders(
  tx: TenantTransaction,
  town: Town,
  moves: readonly { readonly place: HeldPlace }[],
  now: Date,
): Promise<void> {
  for (const [bookingId, ofBooking] of Map.groupBy(moves, ({ place }) => place.bookingId)) {
    const isNews = ofBooking.some(({ place: { poolId, startsAt, isChosen } }) =>
      isReassignmentNews(
        { startsAt, hadChosen: isChosen, isDesk: findPool(town, poolId)?.pool.kind === 'desk' },
        now,
      ),
    )
    if (isNews)
      await insertWords(tx, bookingId, [{ id: newId(now), topic: 'booking-reassigned', runAt: now }], now)
  }
}
