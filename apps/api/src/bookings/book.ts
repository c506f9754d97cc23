import { findBookingByKey, insertBooking, listCountedBookings } from '@officine/db/bookings'
import type { BookingRow } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { newBookingCode, newQrSecret } from '@officine/db/new-booking-code'
import { newId } from '@officine/db/new-id'
import { insertPoolDay, listHeldPlaces, lockPersons, lockPoolDay } from '@officine/db/pools'
import type { HeldPlace } from '@officine/db/pools'
import { findConfigVersion } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decidePeriod } from '@officine/domain/booking/booking-period'
import type { AskedPeriod, BookablePeriod } from '@officine/domain/booking/booking-period'
import { decideBooking } from '@officine/domain/booking/decide-booking'
import type { BookingDecision, BookingFacts } from '@officine/domain/booking/decide-booking'
import { asRulesSee, decisionInputs } from '@officine/domain/booking/decision-record'
import { addDays, mondayOf } from '@officine/domain/calendar/local-day'
import { instantOf } from '@officine/domain/calendar/local-time'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import type { PersonFacts } from '@officine/domain/rules/predicate'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { remindersOf } from '@officine/domain/word/reminders'
import type { PoolOfTown, Town } from '../town.ts'
import type { AnyRefusal } from './refusal-view.ts'

export interface Book {
  readonly town: Town
  readonly pool: PoolOfTown
  readonly personId: string
  readonly requestedBy: string
  readonly channel: BookingRow['channel']
  readonly asked: AskedPeriod
  readonly wantedUnitId: string | undefined
  readonly idempotencyKey: string
  readonly now: Date
}

export type BookOutcome =
  | { readonly booked: true; readonly bookingId: string }
  | { readonly booked: false; readonly refusal: AnyRefusal }
  /** The town's configuration changed while we asked: decide again with the new one. */
  | { readonly stale: true }
  | { readonly unknownPerson: true }

/**
 * Books a place: lock, load, decide, save, in one transaction of the town. A retry with the same key gets the booking that the first try made.
 * Locks go persons first, then the pool's day, so that two bookings of one person on two days cannot both pass a weekly cap.
 */
export function book(db: Database, request: Book): Promise<BookOutcome> {
  const { town, pool, requestedBy, idempotencyKey, now } = request
  const period = decidePeriod(pool, request.asked, request.channel === 'desk' ? 'walk-in' : 'away', now)
  const requestHash = hashOf(request)
  return withTenant(db, town.id, async (tx) => {
    if ('refusal' in period) {
      const earlier = await findBookingByKey(tx, requestedBy, idempotencyKey)
      return earlier === undefined ? { booked: false, refusal: period.refusal } : replay(earlier, requestHash)
    }
    const loaded = await lockAndLoad(tx, request, period.period)
    if (loaded.earlier !== undefined) return replay(loaded.earlier, requestHash)
    if (loaded.version !== town.version) return { stale: true }
    const { person } = loaded
    if (person === undefined) return { unknownPerson: true }
    if (person.noticeVersion === null) return { booked: false, refusal: { reason: 'notice-not-accepted' } }

    const facts = factsOf(request, period.period, loaded.own, loaded.held, personFacts(person))
    const decision = decideBooking(facts, now)
    if (!decision.booked) return decision
    return { booked: true, bookingId: await save(tx, request, requestHash, facts, decision) }
  })
}

async function lockAndLoad(tx: TenantTransaction, request: Book, period: BookablePeriod) {
  const { pool, personId, requestedBy, idempotencyKey } = request
  const [capFrom, capTo] = capSpan(period.day)
  // One flight: the connection runs them in this order, so what is read is read after the locks are held.
  const [persons, isDayThere, version, earlier, held, own] = await Promise.all([
    lockPersons(tx, [personId]),
    lockPoolDay(tx, pool.poolId, period.day),
    findConfigVersion(tx),
    findBookingByKey(tx, requestedBy, idempotencyKey),
    listHeldPlaces(tx, pool.poolId, period.startsAt, period.endsAt),
    listCountedBookings(tx, personId, capFrom, capTo),
  ])
  if (!isDayThere) {
    await insertPoolDay(tx, pool.poolId, period.day)
    return lockAndLoad(tx, request, period)
  }
  return { person: persons.find(({ id }) => id === personId), version, earlier, held, own }
}

async function save(
  tx: TenantTransaction,
  { town, pool, personId, requestedBy, channel, idempotencyKey, now }: Book,
  requestHash: string,
  facts: BookingFacts,
  decision: BookingDecision & { readonly booked: true },
): Promise<string> {
  const { period } = facts
  const id = newId(now)
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
  const units = decision.units.map((place) => ({ id: newId(now), poolId: pool.poolId, ...place }))
  const inputs = decisionInputs(facts, now)
  const because = {
    id: newId(now),
    outcome: 'ACCEPTED_OPEN',
    configVersion: town.version,
    rulesHash: town.rulesHash,
    inputsHash: hashOfJson(inputs),
    facts: { freeBefore: decision.freeBefore, inputs },
  }
  const words = [{ topic: 'booking-confirmed', at: now }, ...remindersOf(period.startsAt, now)]
  await insertBooking(
    tx,
    made,
    units,
    because,
    words.map(({ topic, at }) => ({ id: newId(now), topic, runAt: at })),
  )
  return id
}

function replay(earlier: BookingRow, requestHash: string): BookOutcome {
  return earlier.requestHash === requestHash
    ? { booked: true, bookingId: earlier.id }
    : { booked: false, refusal: { reason: 'different-request' } }
}

function hashOf({ pool, personId, channel, asked, wantedUnitId }: Book): string {
  return hashOfJson({ poolId: pool.poolId, personId, channel, ...asked, wantedUnitId })
}

/** From the first to the last instant that any cap of this day can look at: its whole month and its whole ISO week. */
function capSpan(day: LocalDay): readonly [Date, Date] {
  const monday = mondayOf(day)
  const firstOfMonth = `${day.slice(0, 7)}-01`
  const from = monday < firstOfMonth ? monday : firstOfMonth
  const firstOfNext = `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
  const nextMonday = addDays(monday, 7)
  const to = nextMonday > firstOfNext ? nextMonday : firstOfNext
  return [instantOf(from, '00:00'), instantOf(to, '00:00')]
}

function factsOf(
  { pool, wantedUnitId }: Book,
  period: BookablePeriod,
  own: BookingFacts['own'],
  held: readonly HeldPlace[],
  person: PersonFacts,
): BookingFacts {
  return {
    rules: pool.rules,
    poolSlug: pool.slug,
    pool: pool.pool,
    period,
    person: asRulesSee(person, period.day),
    own,
    units: pool.places,
    held: held.map(({ unitId, startsAt, endsAt, bornOn, residence }) => ({
      unitId,
      startsAt,
      endsAt,
      holder: asRulesSee(personFacts({ bornOn, residence }), period.day),
    })),
    ...(wantedUnitId !== undefined && { wantedUnitId }),
  }
}

/** What the town's rules may look at; a fact that is not known is left out, and makes its condition false. */
export function personFacts({
  bornOn,
  residence,
}: {
  readonly bornOn: string | null
  readonly residence: string | null
}): PersonFacts {
  return { ...(bornOn !== null && { bornOn }), ...(residence !== null && { residence }) }
}
