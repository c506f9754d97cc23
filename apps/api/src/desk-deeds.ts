import type { BookingRecord } from '@officine/db/bookings'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { findPool } from './town.ts'
import type { Town } from './town.ts'

/** What the counter can do with a booking. Each is a procedure of its own, which decides for itself. */
export type DeskDeed =
  | 'check-in'
  | 'undo-check-in'
  | 'leave-early'
  | 'stay-longer'
  | 'move'
  | 'repeat'
  | 'cancel'
  | 'restore'
  | 'excuse'

/** The deeds worth offering for a booking as it stands at `now`. A hint for the screen: it hides what would surely be refused. */
export function deedsOn(
  record: Pick<
    BookingRecord,
    'status' | 'day' | 'startsAt' | 'endsAt' | 'poolId' | 'excusedAt' | 'offerExpiresAt' | 'acceptedAt'
  >,
  town: Town,
  now: Date,
): readonly DeskDeed[] {
  const { status, startsAt, endsAt } = record
  const isOver = now >= endsAt
  const until = localTimeOf(endsAt)
  const goesOn = findPool(town, record.poolId)?.pool.open.slots.some(([from]) => from === until) ?? false
  const stay: readonly DeskDeed[] = goesOn && !isOver ? ['stay-longer'] : []
  switch (status) {
    case 'confirmed':
      return [
        ...(record.day === localDayOf(now) ? (['check-in'] as const) : []),
        ...(isOver ? [] : (['move'] as const)),
        ...stay,
        'repeat',
        ...(now < startsAt ? (['cancel'] as const) : []),
      ]
    case 'checked-in':
      return [
        'undo-check-in',
        ...(startsAt < now && !isOver ? (['leave-early'] as const) : []),
        ...stay,
        'repeat',
      ]
    case 'completed':
      return ['repeat']
    case 'cancelled':
      return isOver || (record.offerExpiresAt !== null && record.acceptedAt === null) ? [] : ['restore']
    case 'no-show':
      return [
        // Let in after the grace, in one step, when the place is still free.
        ...(record.day === localDayOf(now) && !isOver ? (['check-in'] as const) : []),
        'restore',
        ...(record.excusedAt === null ? (['excuse'] as const) : []),
      ]
    case 'offered':
      return []
  }
}
