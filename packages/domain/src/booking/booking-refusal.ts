import type { EligibilityFact } from '../rules/predicate.ts'
import type { LocalDay, LocalTime } from '../rules/tenant-rules.ts'

/** Why a period cannot be booked by anyone. */
export type PeriodRefusal =
  | { readonly reason: 'past' }
  | { readonly reason: 'no-such-time' }
  | { readonly reason: 'closed-day'; readonly because: 'weekday' | 'holiday' | 'closure' }
  | { readonly reason: 'off-grid'; readonly cells: readonly (readonly [LocalTime, LocalTime])[] }
  | { readonly reason: 'not-yet-open'; readonly opensAt: Date }
  | { readonly reason: 'booking-closed'; readonly closedAt: Date }

/** Why a booking was refused, with what its sentence needs. The reasons are stable: they are API, and stand in decision records. */
export type BookingRefusal =
  | PeriodRefusal
  | { readonly reason: 'not-eligible'; readonly why: EligibilityFact }
  | {
      readonly reason: 'already-booked'
      readonly bookingId: string
      readonly day: LocalDay
      readonly startsAt: Date
      readonly endsAt: Date
    }
  | {
      readonly reason: 'cap-reached'
      readonly per: 'day' | 'isoWeek' | 'month'
      readonly max: number
      readonly unit: 'slots' | 'minutes'
      readonly used: number
    }
  | { readonly reason: 'held-for-reserve'; readonly releasedAt: Date | null }
  | { readonly reason: 'full' }
