import { changeBooking, findBooking, findBookingByCode } from '@officine/db/bookings'
import type { BookingRecord } from '@officine/db/bookings'
import { insertAuditEvent } from '@officine/db/audit'
import { newId } from '@officine/db/new-id'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { normaliseCode } from '@officine/domain/booking/booking-code'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { timingSafeEqual } from 'node:crypto'

/** How a booking is recognised at the counter. */
export type Recognised = { readonly code: string } | { readonly qr: string } | { readonly bookingId: string }

export type CheckInOutcome =
  | { readonly checkedIn: true; readonly record: BookingRecord }
  | {
      readonly checkedIn: false
      readonly refusal:
        | { readonly reason: 'unknown-code' }
        | { readonly reason: 'not-today'; readonly day: string }
        | { readonly reason: 'already-checked-in'; readonly at: Date }
        | {
            readonly reason: 'not-active'
            readonly status: BookingRecord['status']
            readonly bookingId: string
          }
    }

/** Notes that the person is here. On the booking's day only, from any hour: who comes early is let in by whoever stands at the door. */
export async function checkIn(
  tx: TenantTransaction,
  how: Recognised,
  staffId: string,
  now: Date,
): Promise<CheckInOutcome> {
  const recognised = await recognise(tx, how)
  const record = recognised && (await findBooking(tx, recognised.id, 'locked'))
  if (record === undefined) return { checkedIn: false, refusal: { reason: 'unknown-code' } }
  if (record.status === 'checked-in') {
    return {
      checkedIn: false,
      refusal: { reason: 'already-checked-in', at: record.checkedInAt ?? record.startsAt },
    }
  }
  if (record.status !== 'confirmed')
    return {
      checkedIn: false,
      refusal: { reason: 'not-active', status: record.status, bookingId: record.id },
    }
  if (record.day !== localDayOf(now))
    return { checkedIn: false, refusal: { reason: 'not-today', day: record.day } }

  const row = await changeBooking(tx, record.id, 'confirmed', { status: 'checked-in', checkedInAt: now })
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId: staffId,
    action: 'booking.check-in',
    subjectId: record.id,
    reason: null,
    details: {},
  })
  return { checkedIn: true, record: { ...record, ...row } }
}

/** Takes a mistaken check-in back; the place stays booked, and the grace begins anew. Undefined for a booking of nobody here. */
export async function undoCheckIn(
  tx: TenantTransaction,
  bookingId: string,
  why: string,
  staffId: string,
  now: Date,
): Promise<{ readonly undone: boolean } | undefined> {
  const record = await findBooking(tx, bookingId, 'locked')
  if (record === undefined) return undefined
  if (record.status !== 'checked-in') return { undone: false }
  await changeBooking(tx, bookingId, 'checked-in', {
    status: 'confirmed',
    checkedInAt: null,
    expectedAt: now,
  })
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId: staffId,
    action: 'booking.undo-check-in',
    subjectId: bookingId,
    reason: why,
    details: {},
  })
  return { undone: true }
}

async function recognise(tx: TenantTransaction, how: Recognised): Promise<BookingRecord | undefined> {
  if ('bookingId' in how) return findBooking(tx, how.bookingId, 'read')
  if ('code' in how) return findBookingByCode(tx, normaliseCode(how.code))
  const [code = '', secret = ''] = how.qr.trim().split('.')
  const record = await findBookingByCode(tx, normaliseCode(code))
  return record !== undefined && isSame(record.qrSecret, secret) ? record : undefined
}

function isSame(kept: string, shown: string): boolean {
  const [a, b] = [Buffer.from(kept), Buffer.from(shown)]
  return a.length === b.length && timingSafeEqual(a, b)
}
