import { changeBooking } from '@officine/db/bookings'
import { newId } from '@officine/db/new-id'
import { closeOffer, listExpiredOffers, lockOffer } from '@officine/db/offers'
import type { OfferRow } from '@officine/db/offers'
import { insertWords } from '@officine/db/outbox'
import { changeWait, findWaitOfBooking } from '@officine/db/waits'
import type { Database } from '@officine/db/database'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { TenantId } from '@officine/domain/tenant-id'
import { remindersOf } from '@officine/domain/word/reminders'
import { tellOfStaff } from '../change-booking.ts'
import type { ChangedBy } from '../change-booking.ts'
import { throwAll } from './throw-all.ts'

export interface AnswerOffer {
  readonly bookingId: string
  readonly by: ChangedBy
  readonly now: Date
}

export type OfferRefusal =
  /** The answer came at the instant of expiry or later: the place is for the next person. */
  | { readonly reason: 'offer-expired' }
  /** It was declined, or given back. */
  | { readonly reason: 'offer-over' }

export type OfferAnswer =
  | { readonly answered: true }
  | { readonly answered: false; readonly refusal: OfferRefusal }

/** Takes the place that is held for somebody. Twice answers like the first time; undefined when there is no such offer of theirs. */
export async function acceptOffer(
  tx: TenantTransaction,
  { bookingId, by, now }: AnswerOffer,
): Promise<OfferAnswer | undefined> {
  const offer = await lockOwnOffer(tx, bookingId, by)
  if (offer === undefined) return undefined
  if (offer.acceptedAt !== null && offer.status !== 'cancelled') return { answered: true }
  const refusal = refusalOf(offer, now)
  if (refusal !== undefined) return { answered: false, refusal }

  await changeBooking(tx, bookingId, 'offered', { status: 'confirmed', acceptedAt: now })
  await closeWait(tx, bookingId, 'given', now)
  const words = [{ topic: 'booking-confirmed', at: now }, ...remindersOf(offer.startsAt, now)].map(
    ({ topic, at }) => ({ id: newId(now), topic, runAt: at }),
  )
  await insertWords(tx, bookingId, words, now)
  await tellOfStaff(tx, by, 'offer.accept', bookingId, now)
  return { answered: true }
}

/** Leaves the place to the next person. No penalty: whoever declines is off this list and stays on every other. */
export async function declineOffer(
  tx: TenantTransaction,
  { bookingId, by, now }: AnswerOffer,
): Promise<OfferAnswer | undefined> {
  const offer = await lockOwnOffer(tx, bookingId, by)
  if (offer === undefined) return undefined
  if (offer.status === 'cancelled' && offer.acceptedAt === null) return { answered: true }
  const refusal = refusalOf(offer, now)
  if (refusal !== undefined) return { answered: false, refusal }

  await closeOffer(tx, bookingId, now)
  await closeWait(tx, bookingId, 'declined', now)
  await tellOfStaff(tx, by, 'offer.decline', bookingId, now)
  return { answered: true }
}

/** Closes every offer of a town whose time is over, one transaction each, and says so. How many were closed; what went wrong with some is thrown once the others are. */
export async function expireOffers(db: Database, tenantId: TenantId, now: Date): Promise<number> {
  const due = await withTenant(db, tenantId, (tx) => listExpiredOffers(tx, now))
  const faults: unknown[] = []
  let closed = 0
  for (const bookingId of due) {
    const isClosed = await withTenant(db, tenantId, (tx) => expire(tx, bookingId, now)).catch((error) => {
      faults.push(error)
      return false
    })
    if (isClosed) closed += 1
  }
  throwAll(faults, 'Offers that could not be closed')
  return closed
}

async function expire(tx: TenantTransaction, bookingId: string, now: Date): Promise<boolean> {
  // Whoever held the lock before may have answered in time, or another worker closed it.
  const offer = await lockOffer(tx, bookingId)
  if (offer?.status !== 'offered') return false
  await closeOffer(tx, bookingId, now)
  await closeWait(tx, bookingId, 'expired', now)
  await insertWords(tx, bookingId, [{ id: newId(now), topic: 'offer-expired', runAt: now }], now)
  return true
}

async function lockOwnOffer(
  tx: TenantTransaction,
  bookingId: string,
  by: ChangedBy,
): Promise<OfferRow | undefined> {
  const offer = await lockOffer(tx, bookingId)
  if (offer === undefined || offer.offerExpiresAt === null) return undefined
  return 'holderId' in by && offer.personId !== by.holderId ? undefined : offer
}

function refusalOf({ status, offerExpiresAt }: OfferRow, now: Date): OfferRefusal | undefined {
  if (offerExpiresAt !== null && now >= offerExpiresAt) return { reason: 'offer-expired' }
  return status === 'offered' ? undefined : { reason: 'offer-over' }
}

export async function closeWait(
  tx: TenantTransaction,
  bookingId: string,
  status: 'given' | 'declined' | 'expired',
  now: Date,
): Promise<void> {
  const wait = await findWaitOfBooking(tx, bookingId)
  if (wait === undefined) throw new Error('An offer that nobody waited for')
  await changeWait(tx, wait.id, 'offered', { status, closedAt: now })
}
