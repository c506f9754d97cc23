import type { TenantRules } from '../rules/tenant-rules.ts'

/** A booking as far as it tells who came. */
export interface Expected {
  readonly status: 'offered' | 'confirmed' | 'checked-in' | 'completed' | 'cancelled' | 'no-show'
  readonly startsAt: Date
  readonly endsAt: Date
  readonly bookedAt: Date
  /** Since when the person is expected, when a change at the counter made it later than the beginning. */
  readonly expectedAt: Date | null
}

/** What time has made of a booking: nobody came, a visit is over, or nothing yet. */
export type AttendanceDecision = 'no-show' | 'completed' | 'as-it-is'

/** How a booking stands at `now`. From the instant that ends the grace the place is everybody's; a visit is over at its end, both inclusive. */
export function decideAttendance(
  booking: Expected,
  attendance: Pick<TenantRules['attendance'], 'graceMinutes'>,
  now: Date,
): AttendanceDecision {
  switch (booking.status) {
    case 'confirmed':
      return now >= graceEndOf(booking, attendance) ? 'no-show' : 'as-it-is'
    case 'checked-in':
      return now >= booking.endsAt ? 'completed' : 'as-it-is'
    case 'offered':
    case 'completed':
    case 'cancelled':
    case 'no-show':
      return 'as-it-is'
  }
}

/**
 * The instant at which the grace of a booking is over: elapsed minutes, like every period of a town's rules, so that no clock change stretches it. Who
 * books or is moved at the counter into a time that has begun gets the whole of it.
 */
export function graceEndOf(
  { startsAt, bookedAt, expectedAt }: Omit<Expected, 'status' | 'endsAt'>,
  { graceMinutes }: Pick<TenantRules['attendance'], 'graceMinutes'>,
): Date {
  const from = Math.max(startsAt.getTime(), bookedAt.getTime(), expectedAt?.getTime() ?? 0)
  return new Date(from + graceMinutes * 60_000)
}
