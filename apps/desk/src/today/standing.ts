import type { Messages } from '../messages/it.ts'
import { minutesOf } from '../minutes-of.ts'
import type { DeskBooking, Moment } from './day.ts'

/** How a booking stands at the counter. Never why the place was given: that is nobody's business here. */
export type Standing =
  | 'offered'
  | 'present'
  | 'late'
  | 'expected'
  | 'missed'
  | 'over'
  | 'absent'
  | 'cancelled'

/** The standing at a moment of the town's clock. When the time ends who was in is no longer counted in, and who never came is missed. */
export function standingOf(
  booking: Pick<DeskBooking, 'status' | 'isLate' | 'to'>,
  { isToday, isPast, nowLocal }: Moment,
): Standing {
  const hasEnded = isPast || (isToday && booking.to <= nowLocal)
  switch (booking.status) {
    case 'offered':
      return 'offered'
    case 'checked-in':
      return hasEnded ? 'over' : 'present'
    case 'completed':
      return 'over'
    case 'no-show':
      return 'absent'
    case 'cancelled':
      return 'cancelled'
    case 'confirmed':
      if (hasEnded) return 'missed'
      return booking.isLate ? 'late' : 'expected'
  }
}

/** The standing in words, with the minutes of a delay and the time of an arrival. */
export function describeStanding(
  booking: DeskBooking,
  standing: Standing,
  { nowLocal }: Pick<Moment, 'nowLocal'>,
  words: Messages['standing'],
): string {
  switch (standing) {
    case 'offered':
      return words.offered
    case 'present':
      return booking.checkedInAt === undefined ? words.present : words.presentSince(booking.checkedInAt)
    case 'late':
      return words.lateBy(minutesOf(nowLocal) - minutesOf(booking.from))
    case 'expected':
      return words.expected
    case 'missed':
      return words.missed
    case 'over':
      return booking.checkedInAt === undefined ? words.over : words.overSince(booking.checkedInAt)
    case 'absent':
      return words.absent
    case 'cancelled':
      return words.cancelled
  }
}
