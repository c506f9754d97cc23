import { insertAuditEvent } from '@officine/db/audit'
import { insertDecision, removePlaces } from '@officine/db/booking-places'
import { changeBooking, findBooking } from '@officine/db/bookings'
import type { BookedPlace } from '@officine/db/bookings'
import { newId } from '@officine/db/new-id'
import { findPreference } from '@officine/db/notification-preferences'
import { insertWords } from '@officine/db/outbox'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideTogether } from '@officine/domain/booking/decide-together'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { reasonText } from '../../closed-text.ts'
import { findPool } from '../../town.ts'
import type { Town } from '../../town.ts'
import { whyUndecided } from '../book.ts'
import { factsOf } from '../booking-facts.ts'
import { placesOf, reasonOf, wordsOf } from '../booking-places.ts'
import { saveChange, standingDays } from '../change-booking.ts'
import type { ChangeRefusal } from '../change-booking.ts'
import { leaveEarly } from '../leave-early.ts'
import { lockAndLoad } from '../lock-and-load.ts'
import { planBooking } from '../plan-booking.ts'
import type { Wanted } from '../plan-booking.ts'
import { relocate } from '../relocate.ts'
import { closeWait } from '../waiting/answer-offer.ts'
import { wantedAgain } from '../wanted-again.ts'
import type { Touched } from './touched.ts'

/** Where a booking is to go instead. */
export interface Elsewhere {
  readonly poolId: string
  readonly day: string
  readonly from: Wanted['asked']['from']
  readonly to: Wanted['asked']['to']
}

export type Answer =
  | { readonly how: 'cancel' | 'drop' | 'keep' | 'end' }
  | { readonly how: 'move'; readonly to: Elsewhere }

export interface Closing {
  readonly town: Town
  readonly changeId: string
  readonly change: PlacedChange
  readonly staffId: string
  readonly now: Date
}

/** A booking that cannot go where the desk wants it: the whole change is taken back. */
export class CannotMoveError extends Error {
  readonly bookingId: string
  readonly refusal: ChangeRefusal

  constructor(bookingId: string, refusal: ChangeRefusal) {
    super('A booking cannot be moved out of the way of a closure')
    this.bookingId = bookingId
    this.refusal = refusal
  }
}

/** Does to one touched booking what the desk chose, with its word to the person and its line in the register. All locks must be held. */
export async function settleTouched(
  tx: TenantTransaction,
  closing: Closing,
  touched: Touched,
  answer: Answer,
): Promise<void> {
  const standing = await standingOf(tx, touched)
  switch (answer.how) {
    case 'keep':
      return tell(tx, closing, touched.record.id, 'booking.kept-through-closure')
    case 'end':
      return endVisit(tx, closing, standing)
    case 'cancel':
      return cancel(tx, closing, standing)
    case 'drop':
      return drop(tx, closing, standing)
    case 'move':
      return move(tx, closing, standing, answer.to)
  }
}

/** The booking as it stands now: making room for one that was moved may have given it other places of the same pools. */
async function standingOf(tx: TenantTransaction, touched: Touched): Promise<Touched> {
  const record = await findBooking(tx, touched.record.id, 'read')
  if (record === undefined) throw new Error('A touched booking is not there')
  const isLost = (place: BookedPlace) =>
    touched.places.some(
      ({ poolId, startsAt, endsAt }) =>
        poolId === place.poolId &&
        startsAt.getTime() === place.startsAt.getTime() &&
        endsAt.getTime() === place.endsAt.getTime(),
    )
  return { ...touched, record, places: record.units.filter(isLost) }
}

/** Who is in already leaves now; who was only let in early has no time to count. */
async function endVisit(tx: TenantTransaction, closing: Closing, touched: Touched): Promise<void> {
  const { now, staffId, change } = closing
  const { id: bookingId, startsAt } = touched.record
  if (now <= startsAt) return cancel(tx, closing, touched)
  const left = await leaveEarly(tx, { bookingId, by: { staffId, why: change.because.it }, now })
  if (left?.left !== true) throw new Error('A visit could not be ended under its locks')
}

/** No late cancellation and no absence: nobody is to blame for a shut door. */
async function cancel(tx: TenantTransaction, closing: Closing, { record }: Touched): Promise<void> {
  const { change, now } = closing
  const wishes = await findPreference(tx, record.personId)
  await changeBooking(tx, record.id, record.status, {
    status: 'cancelled',
    cancelledAt: now,
    cancelReason: reasonText(change.because, wishes?.language ?? 'it'),
  })
  // What was offered and not answered yet runs out now: the wish that it answered is over with it.
  if (record.status === 'offered') await closeWait(tx, record.id, 'expired', now)
  await insertWords(tx, record.id, [{ id: newId(now), topic: 'booking-closed-out', runAt: now }], now)
  await tell(tx, closing, record.id, 'booking.closed-out')
}

/** The seat stays, without what is shut. */
async function drop(tx: TenantTransaction, closing: Closing, { record, places }: Touched): Promise<void> {
  const { town, changeId, now } = closing
  await removePlaces(
    tx,
    places.map(({ placeId }) => placeId),
  )
  const facts = { change: changeId, dropped: places.map(({ poolId, unitId }) => ({ poolId, unitId })) }
  const because = {
    id: newId(now),
    outcome: 'REDUCED',
    configVersion: town.version,
    rulesHash: town.rulesHash,
    inputsHash: hashOfJson(facts),
    facts,
  }
  await insertDecision(tx, record.id, because, now)
  await insertWords(tx, record.id, [{ id: newId(now), topic: 'booking-reduced', runAt: now }], now)
  await tell(tx, closing, record.id, 'booking.reduced')
}

/** The wish of a booking for another time or another pool of its kind; undefined where the town does not give it out. */
export function wantedElsewhere(
  { town, now }: Pick<Closing, 'town' | 'now'>,
  { record }: Touched,
  { poolId, ...asked }: Elsewhere,
): Wanted | undefined {
  const pool = findPool(town, poolId)
  const wanted = wantedAgain(town, record, asked, now)
  if (wanted === undefined || pool === undefined || pool.pool.kind !== wanted.pool.pool.kind) return undefined
  return poolId === record.poolId
    ? wanted
    : { ...wanted, pool, wantedUnitId: undefined, needsUnit: false, keptUnitIds: [] }
}

async function move(tx: TenantTransaction, closing: Closing, touched: Touched, to: Elsewhere): Promise<void> {
  const { town, changeId, change, staffId, now } = closing
  const { record } = touched
  const cannot = (refusal: ChangeRefusal) => new CannotMoveError(record.id, refusal)
  const wanted = wantedElsewhere(closing, touched, to)
  if (wanted === undefined) throw cannot({ reason: 'not-contiguous' })
  const planned = await planBooking(tx, wanted, 'walk-in') // anew: the change itself is written by now
  if ('refusal' in planned) throw cannot(planned.refusal)
  const { plan } = planned
  const read = await lockAndLoad(tx, [{ plan, key: undefined }], standingDays(record))
  const [loaded] = 'missing' in read ? [] : read.loaded
  if (loaded === undefined) throw new Error('The days of a move were not locked before')
  const why = whyUndecided(plan, loaded)
  if (why !== undefined) throw 'refusal' in why ? cannot(why.refusal) : new Error('A move was overtaken')
  const facts = factsOf(plan, loaded, record.id)
  const decision = decideTogether(facts, now)
  if (!decision.booked) throw cannot(decision.refusal)

  await relocate(tx, town, decision.relocations, loaded.held, { for: record.id }, now)
  const { day, startsAt, endsAt, cells } = plan.period
  const by = { staffId, why: change.because.it }
  await saveChange(tx, { town, bookingId: record.id, by, changeKey: newId(now), now }, record, {
    period: { day, startsAt, endsAt, slots: cells.length, poolId: plan.pool.poolId },
    places: placesOf(plan, decision),
    because: reasonOf(plan, facts, decision, 'MOVED', {
      from: record.startsAt,
      until: record.endsAt,
      change: changeId,
    }),
    words: wordsOf('booking-moved', plan),
  })
}

async function tell(
  tx: TenantTransaction,
  { staffId, changeId, change, now }: Closing,
  bookingId: string,
  action: string,
): Promise<void> {
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId: staffId,
    action,
    subjectId: bookingId,
    reason: change.because.it,
    details: { change: changeId },
  })
}
