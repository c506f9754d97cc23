import { changeBooking, findBooking, insertOutbox } from '@officine/db/bookings'
import type { BookingRecord } from '@officine/db/bookings'
import { newId } from '@officine/db/new-id'
import type { TenantTransaction } from '@officine/db/with-tenant'

export interface Cancel {
  readonly bookingId: string
  /** Only this person's booking; undefined for the desk, which may cancel anybody's. */
  readonly holderId: string | undefined
  readonly why: string | undefined
  readonly lateCancelHours: number
  readonly now: Date
}

export type CancelOutcome =
  | {
      readonly cancelled: true
      readonly record: BookingRecord
      readonly isLate: boolean
      /** Not cancelled before. */
      readonly isNew: boolean
    }
  | {
      readonly cancelled: false
      readonly refusal:
        | { readonly reason: 'already-started' }
        | { readonly reason: 'not-active'; readonly status: BookingRecord['status'] }
    }

/** Gives the place back at once. Cancelling twice answers like the first time; undefined when the booking is not this person's. */
export async function cancelBooking(
  tx: TenantTransaction,
  { bookingId, holderId, why, lateCancelHours, now }: Cancel,
): Promise<CancelOutcome | undefined> {
  const found = await findBooking(tx, bookingId, 'locked')
  if (found === undefined || (holderId !== undefined && found.personId !== holderId)) return undefined
  const isLate = now.getTime() > found.startsAt.getTime() - lateCancelHours * 3_600_000
  if (found.status === 'cancelled') return { cancelled: true, record: found, isLate, isNew: false }
  if (found.status !== 'confirmed')
    return { cancelled: false, refusal: { reason: 'not-active', status: found.status } }
  if (now >= found.startsAt && holderId !== undefined)
    return { cancelled: false, refusal: { reason: 'already-started' } }

  const row = await changeBooking(tx, bookingId, 'confirmed', {
    status: 'cancelled',
    cancelledAt: now,
    cancelReason: why ?? null,
  })
  await insertOutbox(tx, { id: newId(now), topic: 'booking-cancelled', rowId: bookingId, at: now })
  return { cancelled: true, record: { ...found, ...row }, isLate, isNew: true }
}
