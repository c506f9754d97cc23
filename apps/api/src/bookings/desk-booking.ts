import type { BookingRecord } from '@officine/db/bookings'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { companionsOf, seatsOf, spacedCode, unitText } from '../booking-view.ts'
import type { TextLanguage } from '../local-text.ts'
import { findPool, textIn } from '../town.ts'
import type { Town } from '../town.ts'
import { deedsOn } from '../desk-deeds.ts'

/** A booking as the counter reads it: who, when, which place, what comes along, in or late. No reserve, no category. */
export function deskBooking(record: BookingRecord, town: Town, language: TextLanguage, now: Date) {
  const seats = seatsOf(record)
  const pool = findPool(town, record.poolId)
  return {
    bookingId: record.id,
    code: spacedCode(record.code),
    personId: record.personId,
    personName: `${record.givenName} ${record.familyName}`,
    poolId: record.poolId,
    poolName: pool === undefined ? record.poolSlug : textIn(pool.presentation.name, language),
    unitLabel: unitText({ units: seats }, language),
    from: localTimeOf(record.startsAt),
    to: localTimeOf(record.endsAt),
    status: record.status,
    isLate: record.status === 'confirmed' && now > record.startsAt,
    channel: record.channel,
    checkedInAt: record.checkedInAt === null ? undefined : localTimeOf(record.checkedInAt),
    people: seats.filter(({ startsAt }) => startsAt <= record.startsAt).length,
    companions: companionsOf(record, town, language),
    deeds: deedsOn(record, town, now),
  }
}

/** A booking on one place's line of the day: from when to when it has this very place, as who changes seat has two in turn. */
export function deskBookingAt(
  record: BookingRecord,
  place: BookingRecord['units'][number],
  said: ReturnType<typeof deskBooking>,
) {
  return {
    ...said,
    here: {
      from: localTimeOf(place.startsAt),
      to: localTimeOf(place.endsAt),
      /** The place is of another pool than the booking's own: it comes along. */
      isBeside: place.poolId !== record.poolId,
      childName: place.dependantName ?? undefined,
    },
  }
}
