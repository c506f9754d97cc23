import type { BookingRecord } from '@officine/db/bookings'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { spacedCode } from '../booking-view.ts'

/** A booking as the counter reads it: who, when, which place, in or late. No reserve, no category. */
export function deskBooking(record: BookingRecord, now: Date) {
  return {
    bookingId: record.id,
    code: spacedCode(record.code),
    personId: record.personId,
    personName: `${record.givenName} ${record.familyName}`,
    from: localTimeOf(record.startsAt),
    to: localTimeOf(record.endsAt),
    status: record.status,
    isLate: record.status === 'confirmed' && now > record.startsAt,
    channel: record.channel,
    checkedInAt: record.checkedInAt === null ? undefined : localTimeOf(record.checkedInAt),
  }
}
