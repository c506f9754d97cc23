import { insertBooking } from '@officine/db/bookings'
import type { BookingRow } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { newBookingCode, newQrSecret } from '@officine/db/new-booking-code'
import { newId } from '@officine/db/new-id'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideTogether } from '@officine/domain/booking/decide-together'
import type { TogetherFacts } from '@officine/domain/booking/decide-together'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { factsOf } from './booking-facts.ts'
import { droppedOf, placesOf, reasonOf, wordsOf } from './booking-places.ts'
import type { Dropped, Granted } from './booking-places.ts'
import { findEarlier, lockAndLoad, onDays } from './lock-and-load.ts'
import type { Loaded, RequestKey } from './lock-and-load.ts'
import { planBooking } from './plan-booking.ts'
import type { Plan, Wanted } from './plan-booking.ts'
import type { AnyRefusal } from './refusal-view.ts'
import { relocate } from './relocate.ts'

export interface Book extends Wanted, RequestKey {
  readonly channel: BookingRow['channel']
}

export type BookOutcome =
  | { readonly booked: true; readonly bookingId: string; readonly dropped: readonly Dropped[] }
  | { readonly booked: false; readonly refusal: AnyRefusal }
  /** The town's configuration changed while we asked: decide again with the new one. */
  | { readonly stale: true }
  | { readonly unknown: 'person' | 'dependant' }

/**
 * Books a place and what comes along with it, whole or not at all: plan, lock, load, decide, save, in one transaction of the town.
 * A retry with the same key gets the booking that the first try made.
 */
export function book(db: Database, request: Book): Promise<BookOutcome> {
  const planned = planBooking(request, request.channel === 'desk' ? 'walk-in' : 'away')
  const requestHash = hashOf(request)
  return onDays<BookOutcome>(db, request.town, async (tx) => {
    if ('refusal' in planned) {
      const earlier = await findEarlier(tx, request)
      return earlier === undefined
        ? { booked: false, refusal: planned.refusal }
        : replay(earlier, requestHash)
    }
    const { plan } = planned
    const read = await lockAndLoad(tx, [{ plan, key: request }])
    if ('missing' in read) return read
    const [loaded] = read.loaded
    if (loaded === undefined) throw new Error('Nothing was loaded for a booking')
    if (loaded.earlier !== undefined) return replay(loaded.earlier, requestHash)

    const cannot = whyUndecided(plan, loaded)
    if (cannot !== undefined) return cannot
    const facts = factsOf(plan, loaded)
    const decision = decideTogether(facts, plan.now)
    if (!decision.booked) return decision
    return save(tx, request, { plan, loaded, facts, decision, requestHash })
  })
}

/** What must be put right before anything can be decided. */
export function whyUndecided(
  { town, companions }: Plan,
  { version, person, dependants }: Loaded,
): Exclude<BookOutcome, { booked: true }> | undefined {
  if (version !== town.version) return { stale: true }
  if (person === undefined) return { unknown: 'person' }
  const here = dependants.filter(({ removedAt }) => removedAt === null).map(({ id }) => id)
  if (companions.some(({ dependantId }) => dependantId !== undefined && !here.includes(dependantId)))
    return { unknown: 'dependant' }
  return person.noticeVersion === null
    ? { booked: false, refusal: { reason: 'notice-not-accepted' } }
    : undefined
}

export interface Decided {
  readonly plan: Plan
  readonly loaded: Loaded
  readonly facts: TogetherFacts
  readonly decision: Granted
  readonly requestHash: string
}

/** Writes what was decided: whoever makes room first, then the booking with its places, its reason and the words about it. */
export async function save(
  tx: TenantTransaction,
  { requestedBy, idempotencyKey, channel }: Pick<Book, 'requestedBy' | 'idempotencyKey' | 'channel'>,
  { plan, loaded, facts, decision, requestHash }: Decided,
): Promise<Extract<BookOutcome, { booked: true }>> {
  const { town, pool, period, personId, now } = plan
  const id = newId(now)
  await relocate(tx, town, decision.relocations, loaded.held, { for: id }, now)
  const made = {
    id,
    personId,
    poolId: pool.poolId,
    day: period.day,
    startsAt: period.startsAt,
    endsAt: period.endsAt,
    slots: period.cells.length,
    status: 'confirmed' as const,
    channel,
    code: newBookingCode(),
    qrSecret: newQrSecret(),
    requestedBy,
    idempotencyKey,
    requestHash,
    bookedAt: now,
  }
  await insertBooking(
    tx,
    made,
    placesOf(plan, decision),
    reasonOf(plan, facts, decision, 'ACCEPTED_OPEN'),
    wordsOf('booking-confirmed', plan),
  )
  return { booked: true, bookingId: id, dropped: droppedOf(plan, decision) }
}

function replay(earlier: BookingRow, requestHash: string): BookOutcome {
  return earlier.requestHash === requestHash
    ? { booked: true, bookingId: earlier.id, dropped: [] }
    : { booked: false, refusal: { reason: 'different-request' } }
}

export function hashOf(request: Book): string {
  const { pool, personId, channel, asked, wantedUnitId, needsUnit = false, people = 1 } = request
  const companions = (request.companions ?? []).map(({ pool: { poolId }, dependantId, isAddOn }) => ({
    poolId,
    dependantId,
    isAddOn,
  }))
  const more = { needsUnit, people, companions }
  return hashOfJson({ poolId: pool.poolId, personId, channel, ...asked, wantedUnitId, ...more })
}
