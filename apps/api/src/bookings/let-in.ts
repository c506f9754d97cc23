import { findBooking } from '@officine/db/bookings'
import type { BookingRecord } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import type { Context } from '../context.ts'
import type { Town } from '../town.ts'
import { atCurrentTown } from './at-current-town.ts'
import { checkIn } from './check-in.ts'
import type { CheckInOutcome, Recognised } from './check-in.ts'
import { restoreBooking } from './restore.ts'
import type { RestoreRefusal } from './restore.ts'

export type LetInOutcome =
  | CheckInOutcome
  /** Came after the grace, and the place went to somebody else or cannot be had any more. */
  | {
      readonly checkedIn: false
      readonly late: RestoreRefusal
      readonly record: BookingRecord
      readonly town: Town
    }

/**
 * Lets in whoever stands at the counter: a check-in, and for who came after the grace their own place again if it is still free, in one step. Another place is
 * offered and not given: they must be told where to sit.
 */
export async function letIn(
  ctx: Pick<Context, 'db' | 'town' | 'towns' | 'now'>,
  how: Recognised,
  staffId: string,
): Promise<LetInOutcome> {
  const { db, now } = ctx
  const noted = await withTenant(db, ctx.town.id, (tx) => checkIn(tx, how, staffId, now))
  if (noted.checkedIn || noted.refusal.reason !== 'not-active' || noted.refusal.status !== 'no-show')
    return noted
  const { bookingId } = noted.refusal
  const { town, outcome } = await atCurrentTown(ctx, (current) =>
    restoreBooking(db, {
      town: current,
      bookingId,
      staffId,
      why: null,
      isHere: true,
      onlySamePlaces: true,
      now,
    }),
  )
  const record = await withTenant(db, town.id, (tx) => findBooking(tx, bookingId, 'read'))
  if (record === undefined) throw new Error('A booking just recognised is not there')
  if (outcome.restored) return { checkedIn: true, record }
  if (outcome.refusal.reason === 'not-today')
    return { checkedIn: false, refusal: { reason: 'not-today', day: outcome.refusal.day } }
  return { checkedIn: false, late: outcome.refusal, record, town }
}
