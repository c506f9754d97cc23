import { insertBooking } from '@officine/db/bookings'
import type { BookingRow } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { newBookingCode, newQrSecret } from '@officine/db/new-booking-code'
import { newId } from '@officine/db/new-id'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { TogetherFacts } from '@officine/domain/booking/decide-together'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { factsOf } from './booking-facts.ts'
import { droppedBefore, droppedOf, placesOf, reasonOf, wordsOf } from './booking-places.ts'
import type { Dropped, Granted } from './booking-places.ts'
import type { Town } from '../town.ts'
import { findEarlier, lockAndLoad, onDays } from './lock-and-load.ts'
import type { DaysToMake, Loaded, RequestKey } from './lock-and-load.ts'
import { decideAsked, planAsked, tellOfOverride } from './overriding.ts'
import type { Overridable } from './overriding.ts'
import type { Plan, Wanted } from './plan-booking.ts'
import type { AnyRefusal } from './refusal-view.ts'
import { OvertakenError, relocate } from './relocate.ts'

export interface Book extends Wanted, RequestKey, Overridable {
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
export async function book(db: Database, request: Book): Promise<BookOutcome> {
  const outcome = await onDays<BookOutcome | Merged>(db, request.town, (tx) => bookIn(tx, request))
  return 'mergedInto' in outcome ? book(db, { ...request, personId: outcome.mergedInto }) : outcome
}

/** Whom the booking was for became one with somebody else while it waited for the lock. */
interface Merged {
  readonly mergedInto: string
}

/** The same in a transaction of the caller's, who makes the lock rows of days that are missing and asks again. */
export async function bookIn(
  tx: TenantTransaction,
  request: Book,
): Promise<BookOutcome | Merged | DaysToMake> {
  const requestHash = hashOf(request)
  const planned = await planAsked(tx, request)
  if ('refusal' in planned) {
    const earlier = await findEarlier(tx, request)
    return earlier === undefined
      ? { booked: false, refusal: planned.refusal }
      : replay(tx, request.town, earlier, requestHash)
  }
  const { plan } = planned
  const read = await lockAndLoad(tx, [{ plan, key: request }])
  if ('missing' in read) return read
  const [loaded] = read.loaded
  if (loaded === undefined) throw new Error('Nothing was loaded for a booking')
  if (loaded.earlier !== undefined) return replay(tx, request.town, loaded.earlier, requestHash)

  const mergedInto = loaded.person?.mergedInto ?? null
  if (mergedInto !== null) return { mergedInto }
  const cannot = whyUndecided(plan, loaded)
  if (cannot !== undefined) return cannot
  const { facts, decision } = decideAsked(factsOf(plan, loaded), request, planned.setAside)
  if (!decision.booked) return decision
  const made = await save(tx, request, { plan, loaded, facts, decision, requestHash })
  await tellOfOverride(tx, request, facts, made.bookingId)
  return made
}

/** What must be put right before anything can be decided. */
export function whyUndecided(
  { town, companions }: Plan,
  { version, person, dependants }: Loaded,
): Exclude<BookOutcome, { booked: true }> | undefined {
  if (version !== town.version) return { stale: true }
  if (person === undefined || person.erasedAt !== null) return { unknown: 'person' }
  if (person.mergedInto !== null) throw new OvertakenError('Whose booking it is was merged meanwhile')
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
    reasonOf(plan, facts, decision, outcomeOf(facts)),
    wordsOf('booking-confirmed', plan),
  )
  return { booked: true, bookingId: id, dropped: droppedOf(plan, decision) }
}

function outcomeOf({ setAside = [] }: TogetherFacts): 'ACCEPTED_OPEN' | 'OVERRIDDEN' {
  return setAside.length > 0 ? 'OVERRIDDEN' : 'ACCEPTED_OPEN'
}

async function replay(
  tx: TenantTransaction,
  town: Town,
  earlier: BookingRow,
  requestHash: string,
): Promise<BookOutcome> {
  if (earlier.requestHash !== requestHash) return { booked: false, refusal: { reason: 'different-request' } }
  return { booked: true, bookingId: earlier.id, dropped: await droppedBefore(tx, town, earlier.id, 'made') }
}

export function hashOf(request: Book): string {
  const { pool, personId, channel, asked, wantedUnitId, needsUnit = false, people = 1 } = request
  const companions = (request.companions ?? []).map(({ pool: { poolId }, dependantId, isAddOn }) => ({
    poolId,
    dependantId,
    isAddOn,
  }))
  const more = { needsUnit, people, companions, ...(request.override !== undefined && { isOverride: true }) }
  return hashOfJson({ poolId: pool.poolId, personId, channel, ...asked, wantedUnitId, ...more })
}
