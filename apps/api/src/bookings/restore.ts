import { reviveBooking } from '@officine/db/attendance'
import { insertDecision, insertPlaces, removePlaces } from '@officine/db/booking-places'
import type { BookingRecord, BookingRow, NewBookingUnit } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { insertWords } from '@officine/db/outbox'
import { lockPersons } from '@officine/db/pools'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { graceEndOf } from '@officine/domain/attendance/decide-attendance'
import { decideTogether } from '@officine/domain/booking/decide-together'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { ownRecord } from '../own-record.ts'
import type { Town } from '../town.ts'
import type { BookOutcome } from './book.ts'
import { whyUndecided } from './book.ts'
import { factsOf } from './booking-facts.ts'
import { droppedOf, placesOf, reasonOf, wordsOf } from './booking-places.ts'
import type { Dropped, Granted } from './booking-places.ts'
import { findChangeable, lockUnchanged, standingDays, tellOfStaff } from './change-booking.ts'
import { lockAndLoad, onDays } from './lock-and-load.ts'
import type { Loaded } from './lock-and-load.ts'
import { planBooking } from './plan-booking.ts'
import type { Plan } from './plan-booking.ts'
import type { AnyRefusal } from './refusal-view.ts'
import { relocate } from './relocate.ts'
import { wantedAgain } from './wanted-again.ts'

export interface Restore {
  readonly town: Town
  readonly bookingId: string
  readonly staffId: string
  /** What the register keeps; null for who came late and is taken in, which needs no reason. */
  readonly why: string | null
  /** The person is here: restored and checked in at once. */
  readonly isHere: boolean
  /** The very places that the booking had and no others: whoever was sent elsewhere has to be told first. */
  readonly onlySamePlaces: boolean
  readonly now: Date
}

/** Why a booking stays cancelled or missed, beside the refusals of any booking. */
export type RestoreRefusal =
  | AnyRefusal
  /** It was used, or is there and nobody is noted as here. */
  | { readonly reason: 'not-restorable'; readonly status: BookingRow['status'] }
  /** An offer of the waiting list that was let go: there was no booking to restore. */
  | { readonly reason: 'never-accepted' }
  | { readonly reason: 'not-today'; readonly day: string }
  /** Restored without the person it would be missed again at once. */
  | { readonly reason: 'grace-over'; readonly graceMinutes: number }
  /** The town gives out the pool, or what came along, no longer. */
  | { readonly reason: 'no-longer-given' }
  /** Somebody else sits there; these are free. */
  | { readonly reason: 'place-given-away'; readonly instead: readonly NewBookingUnit[] }

export type RestoreOutcome =
  | { readonly restored: true; readonly dropped: readonly Dropped[] }
  | { readonly restored: false; readonly refusal: RestoreRefusal }
  | Exclude<BookOutcome, { booked: boolean }>
  | { readonly unknown: 'booking' }

/**
 * Takes a cancelled or missed booking back under the guard of any booking: the same places if they are free, others of the pool otherwise, and everything
 * that came along or nothing. A visit that took place and is over is written as such. Asking again for what stands already answers like the first time.
 */
export function restoreBooking(db: Database, request: Restore): Promise<RestoreOutcome> {
  const { town, bookingId, staffId, why, now } = request
  const by = { staffId, why }
  return onDays<RestoreOutcome>(db, town, async (tx) => {
    const found = await findChangeable(tx, { bookingId, by })
    if (found === undefined) return { unknown: 'booking' }
    if (why !== null && found.personId === staffId) throw ownRecord()
    const settled = settledBefore(found, request)
    if (settled !== undefined) return settled
    if (wasMissedByMistake(found, request)) return attest(tx, request, found)

    const asked = { day: found.day, from: localTimeOf(found.startsAt), to: localTimeOf(found.endsAt) }
    const wanted = wantedAgain(town, found, asked, now)
    if (wanted === undefined || wanted.people === 0) return refuse({ reason: 'no-longer-given' })
    const planned = await planBooking(tx, wanted, 'walk-in')
    if ('refusal' in planned) return refuse(planned.refusal)
    const { plan } = planned
    const read = await lockAndLoad(tx, [{ plan, key: undefined }], standingDays(found))
    if ('missing' in read) return read
    const [loaded] = read.loaded
    if (loaded === undefined) throw new Error('Nothing was loaded for a booking to restore')
    await lockUnchanged(tx, found)

    const cannot = whyUndecided(plan, loaded)
    if (cannot !== undefined) return 'refusal' in cannot ? refuse(cannot.refusal) : cannot
    const facts = factsOf(plan, loaded, found.id)
    const decision = decideTogether(facts, now)
    if (!decision.booked) return refuse(decision.refusal)
    const places = placesOf(plan, decision)
    if (request.onlySamePlaces && !isSameAs(found, places))
      return refuse({ reason: 'place-given-away', instead: places })

    const because = reasonOf(plan, facts, decision, 'RESTORED', { from: found.status })
    await save(tx, request, { found, plan, loaded, decision, places })
    await insertDecision(tx, found.id, because, now)
    await tellOfStaff(tx, by, why === null ? 'booking.check-in' : 'booking.restore', found.id, now)
    return { restored: true, dropped: droppedOf(plan, decision) }
  })
}

/** What is known before any lock: that it stands already, or that it cannot. */
function settledBefore(found: BookingRecord, request: Restore): RestoreOutcome | undefined {
  const { isHere, town, now } = request
  const { status, day } = found
  if (status === 'checked-in' || (status === 'confirmed' && !isHere)) return { restored: true, dropped: [] }
  if (status !== 'cancelled' && status !== 'no-show') return refuse({ reason: 'not-restorable', status })
  if (found.offerExpiresAt !== null && found.acceptedAt === null) return refuse({ reason: 'never-accepted' })
  if (wasMissedByMistake(found, request)) return undefined
  if (isHere) return day === localDayOf(now) ? undefined : refuse({ reason: 'not-today', day })
  const { attendance } = town.config.rules
  const graceEnd = graceEndOf({ ...found, expectedAt: null }, attendance)
  return now >= graceEnd && now < found.endsAt
    ? refuse({ reason: 'grace-over', graceMinutes: attendance.graceMinutes })
    : undefined
}

/** The visit is over, nobody noted that it took place, and the desk says so now. */
function wasMissedByMistake({ status, endsAt }: BookingRecord, { isHere, why, now }: Restore): boolean {
  return isHere && why !== null && status === 'no-show' && now >= endsAt
}

/** Writes a visit that took place as one that is over: nobody's place is taken any more, so nothing is to be decided. */
async function attest(
  tx: TenantTransaction,
  { town, staffId, why, now }: Restore,
  found: BookingRecord,
): Promise<RestoreOutcome> {
  await lockPersons(tx, [found.personId])
  await lockUnchanged(tx, found)
  await removePlaces(
    tx,
    found.units.map(({ placeId }) => placeId),
  )
  const status = 'completed' as const
  await reviveBooking(tx, found, { status, checkedInAt: null })
  await insertPlaces(
    tx,
    found.units.map(({ poolId, unitId, startsAt, endsAt, isPinned, isAddOn, dependantId }) => ({
      id: newId(now),
      bookingId: found.id,
      status,
      poolId,
      unitId,
      startsAt,
      endsAt,
      isPinned,
      isAddOn,
      dependantId,
    })),
  )
  const facts = { from: found.status, startsAt: found.startsAt, endsAt: found.endsAt, now }
  const { version: configVersion, rulesHash } = town
  const because = { id: newId(now), outcome: 'ATTENDED', configVersion, rulesHash, facts }
  await insertDecision(tx, found.id, { ...because, inputsHash: hashOfJson(facts) }, now)
  await tellOfStaff(tx, { staffId, why }, 'booking.restore', found.id, now)
  return { restored: true, dropped: [] }
}

interface Restored {
  readonly found: BookingRecord
  readonly plan: Plan
  readonly loaded: Loaded
  readonly decision: Granted
  readonly places: readonly NewBookingUnit[]
}

/** Old places go, new ones pass the exclusion, in one transaction with the status that they follow. */
async function save(
  tx: TenantTransaction,
  { town, isHere, now }: Restore,
  { found, plan, loaded, decision, places }: Restored,
): Promise<void> {
  const { id, units } = found
  const status = isHere ? 'checked-in' : 'confirmed'
  await relocate(tx, town, decision.relocations, loaded.held, { for: id }, now)
  await removePlaces(
    tx,
    units.map(({ placeId }) => placeId),
  )
  await reviveBooking(tx, found, { status, checkedInAt: isHere ? now : null })
  await insertPlaces(
    tx,
    places.map((place) => ({ ...place, bookingId: id, status })),
  )
  await insertWords(tx, id, wordsOf('booking-confirmed', plan), now)
}

function isSameAs({ units }: BookingRecord, places: readonly NewBookingUnit[]): boolean {
  const named = (place: Pick<NewBookingUnit, 'unitId' | 'startsAt' | 'endsAt'>) =>
    `${place.unitId} ${place.startsAt.getTime()} ${place.endsAt.getTime()}`
  return units.map(named).toSorted().join() === places.map(named).toSorted().join()
}

function refuse(refusal: RestoreRefusal): RestoreOutcome {
  return { restored: false, refusal }
}
