import { insertAuditEvent } from '@officine/db/audit'
import { insertDecision, insertPlaces, removePlaces, updatePeriod } from '@officine/db/booking-places'
import { findBooking } from '@officine/db/bookings'
import type { BookingRecord, BookingRow, NewBookingUnit, NewDecision } from '@officine/db/bookings'
import { newId } from '@officine/db/new-id'
import { insertWords } from '@officine/db/outbox'
import type { NewWord } from '@officine/db/outbox'
import type { PoolDay } from '@officine/db/pools'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { Town } from '../town.ts'
import type { Dropped } from './booking-places.ts'
import type { BookOutcome } from './book.ts'
import type { AnyRefusal } from './refusal-view.ts'
import { OvertakenError } from './relocate.ts'

/** Who changes a booking: its holder, or the desk, which says why. */
export type ChangedBy =
  | { readonly holderId: string }
  | { readonly staffId: string; readonly why: string | null }

export interface Change {
  readonly town: Town
  readonly bookingId: string
  readonly by: ChangedBy
  /** The caller's own name for the change, so that asking twice changes once. */
  readonly changeKey: string
  readonly now: Date
}

/** Refusals of a change, beside those of a booking. */
export type ChangeRefusal =
  | AnyRefusal
  | { readonly reason: 'already-started' }
  | { readonly reason: 'not-active'; readonly status: BookingRow['status'] }
  | { readonly reason: 'no-later-cell' }

export type ChangeOutcome =
  | { readonly changed: true; readonly dropped: readonly Dropped[] }
  | { readonly changed: false; readonly refusal: ChangeRefusal }
  | Exclude<BookOutcome, { booked: boolean }>
  | { readonly unknown: 'booking' }

export function refuseChange(refusal: ChangeRefusal): ChangeOutcome {
  return { changed: false, refusal }
}

/** The booking as far as it is theirs to change. */
export async function findChangeable(
  tx: TenantTransaction,
  { bookingId, by }: Pick<Change, 'bookingId' | 'by'>,
): Promise<BookingRecord | undefined> {
  const found = await findBooking(tx, bookingId, 'read')
  return found !== undefined && 'holderId' in by && found.personId !== by.holderId ? undefined : found
}

/** Locks the booking after persons and days, and makes sure that it is still what the plan was made from. */
export async function lockUnchanged(tx: TenantTransaction, found: BookingRecord): Promise<void> {
  const standing = await findBooking(tx, found.id, 'locked')
  const isSame =
    standing?.status === found.status &&
    standing.startsAt.getTime() === found.startsAt.getTime() &&
    standing.endsAt.getTime() === found.endsAt.getTime() &&
    standing.units.map(({ placeId }) => placeId).join() === found.units.map(({ placeId }) => placeId).join()
  if (!isSame) throw new OvertakenError('A booking changed while its change was decided')
}

/** The days on which a booking holds places now: locked beside the new ones, because they become free. */
export function standingDays({ day, units }: BookingRecord): readonly PoolDay[] {
  return units.map(({ poolId }) => ({ poolId, day }))
}

export interface NewStanding {
  readonly period: Pick<BookingRow, 'day' | 'startsAt' | 'endsAt' | 'slots'> &
    Partial<Pick<BookingRow, 'poolId'>>
  readonly places: readonly NewBookingUnit[]
  readonly because: NewDecision
  readonly words: readonly NewWord[]
}

/** Writes a booking as it stands from now on: old places go, new ones pass the exclusion, in one transaction. */
export async function saveChange(
  tx: TenantTransaction,
  { by, changeKey, now }: Change,
  { id, status, units }: BookingRecord,
  { period, places, because, words }: NewStanding,
): Promise<void> {
  await removePlaces(
    tx,
    units.map(({ placeId }) => placeId),
  )
  // Whoever is put at a time that has begun is expected from now on.
  await updatePeriod(tx, id, { ...period, changeKey, expectedAt: now > period.startsAt ? now : null })
  await insertPlaces(
    tx,
    places.map((place) => ({ ...place, bookingId: id, status })),
  )
  await insertDecision(tx, id, because, now)
  if (words.length > 0) await insertWords(tx, id, words, now)
  await tellOfStaff(tx, by, `booking.${because.outcome.toLowerCase()}`, id, now)
}

/** What staff did stays told; what a holder did with their own booking is theirs. */
export async function tellOfStaff(
  tx: TenantTransaction,
  by: ChangedBy,
  action: string,
  subjectId: string,
  now: Date,
): Promise<void> {
  if ('holderId' in by) return
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId: by.staffId,
    action,
    subjectId,
    reason: by.why,
    details: {},
  })
}
