import { endBooking, insertPlaces, removePlaces } from '@officine/db/booking-places'
import { findBooking } from '@officine/db/bookings'
import type { BookingRow } from '@officine/db/bookings'
import { newId } from '@officine/db/new-id'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { findChangeable, tellOfStaff } from './change-booking.ts'
import type { Change } from './change-booking.ts'

export type LeaveOutcome =
  | { readonly left: true }
  | {
      readonly left: false
      readonly refusal:
        | { readonly reason: 'not-checked-in'; readonly status: BookingRow['status'] }
        | { readonly reason: 'not-begun' }
        | { readonly reason: 'already-over' }
    }

/** Ends a visit now: what is left of the time is free for the next, and the booking tells how long it really was. Undefined when it is nobody's here. */
export async function leaveEarly(
  tx: TenantTransaction,
  request: Omit<Change, 'changeKey' | 'town'>,
): Promise<LeaveOutcome | undefined> {
  const { bookingId, by, now } = request
  if ((await findChangeable(tx, request)) === undefined) return undefined
  const found = await findBooking(tx, bookingId, 'locked')
  if (found === undefined) return undefined
  if (found.status === 'completed') return { left: true }
  if (found.status !== 'checked-in')
    return { left: false, refusal: { reason: 'not-checked-in', status: found.status } }
  if (now <= found.startsAt) return { left: false, refusal: { reason: 'not-begun' } }
  if (now >= found.endsAt) return { left: false, refusal: { reason: 'already-over' } }

  const begun = found.units.filter(({ startsAt }) => startsAt < now)
  await removePlaces(
    tx,
    found.units.map(({ placeId }) => placeId),
  )
  await endBooking(tx, bookingId, now)
  await insertPlaces(
    tx,
    begun.map(({ poolId, unitId, startsAt, endsAt, isPinned, isAddOn, dependantId }) => ({
      id: newId(now),
      bookingId,
      status: 'completed',
      poolId,
      unitId,
      startsAt,
      endsAt: endsAt < now ? endsAt : now,
      isPinned,
      isAddOn,
      dependantId,
    })),
  )
  await tellOfStaff(tx, by, 'booking.leave-early', bookingId, now)
  return { left: true }
}
