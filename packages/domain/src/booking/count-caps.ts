import { isoWeekOf, monthOf } from '../calendar/local-day.ts'
import type { Cap, LocalDay, RuleId } from '../rules/tenant-rules.ts'
import type { BookingRefusal } from './booking-refusal.ts'

/** A booking that counts toward a person's caps: confirmed, offered, attended or missed, never a cancelled one (rule 21). */
export interface CountedBooking {
  readonly bookingId: string
  readonly pool: RuleId
  readonly day: LocalDay
  readonly startsAt: Date
  readonly endsAt: Date
  readonly slots: number
  /** Given back before its time: it counts, and stands in nobody's way. */
  readonly isOver?: boolean
}

/** The first cap of the town that one more booking would pass, or undefined. ISO weeks, so that the turn of the year does not give a second week. */
export function capReached(
  caps: readonly Cap[],
  own: readonly CountedBooking[],
  asked: Omit<CountedBooking, 'bookingId'>,
  whose: Cap['who'] = 'person',
): Extract<BookingRefusal, { reason: 'cap-reached' }> | undefined {
  for (const { who, pools, per, max, unit } of caps) {
    if (who !== whose || !pools.includes(asked.pool)) continue
    const used = own
      .filter(
        (booking) =>
          pools.includes(booking.pool) && periodName(per, booking.day) === periodName(per, asked.day),
      )
      .reduce((sum, booking) => sum + amountOf(unit, booking), 0)
    if (used + amountOf(unit, asked) > max) return { reason: 'cap-reached', per, max, unit, used }
  }
  return undefined
}

/** A cap that bookings pass already, in the period of this day. */
export interface CapPassed {
  readonly per: Cap['per']
  readonly max: number
  readonly unit: Cap['unit']
  readonly used: number
  readonly day: LocalDay
}

/** The caps of a person that bookings standing together pass, period by period: two rows of one person may. */
export function capsPassed(caps: readonly Cap[], own: readonly CountedBooking[]): readonly CapPassed[] {
  return caps.flatMap(({ who, pools, per, max, unit }) => {
    if (who !== 'person') return []
    const counted = own.filter(({ pool }) => pools.includes(pool))
    return [...Map.groupBy(counted, ({ day }) => periodName(per, day)).values()].flatMap((bookings) => {
      const used = bookings.reduce((sum, booking) => sum + amountOf(unit, booking), 0)
      const day = bookings.map((booking) => booking.day).toSorted()[0]
      return used > max && day !== undefined ? [{ per, max, unit, used, day }] : []
    })
  })
}

function periodName(per: Cap['per'], day: LocalDay): string {
  switch (per) {
    case 'day':
      return day
    case 'isoWeek':
      return isoWeekOf(day)
    case 'month':
      return monthOf(day)
  }
}

function amountOf(unit: Cap['unit'], { slots, startsAt, endsAt }: Omit<CountedBooking, 'bookingId'>): number {
  return unit === 'slots' ? slots : (endsAt.getTime() - startsAt.getTime()) / 60_000
}
