import type { LocalDay, LocalTime, RuleId } from '../rules/tenant-rules.ts'

/** Why a period cannot be booked by anyone. */
export type PeriodRefusal =
  | { readonly reason: 'past' }
  | { readonly reason: 'no-such-time' }
  | { readonly reason: 'closed-day'; readonly because: 'weekday' | 'holiday' | 'closure' }
  | { readonly reason: 'off-grid'; readonly cells: readonly (readonly [LocalTime, LocalTime])[] }
  | { readonly reason: 'not-yet-open'; readonly opensAt: Date }
  | { readonly reason: 'booking-closed'; readonly closedAt: Date }

export type IneligibleBecause = 'age' | 'residence' | 'membership' | 'trait' | 'voucher'

/** Why a booking was refused, with what its sentence needs. The reasons are stable: they are API, and stand in decision records. */
export type BookingRefusal =
  | PeriodRefusal
  | { readonly reason: 'not-eligible'; readonly why: IneligibleBecause }
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

/** What a person brings to a decision: facts as of the slot's start. A missing fact makes its condition false. */
export interface Claims {
  readonly bornOn: LocalDay | null
  readonly residence: RuleId | null
  readonly traits: readonly RuleId[]
  readonly memberOf: readonly RuleId[]
  readonly vouchers: readonly RuleId[]
}
