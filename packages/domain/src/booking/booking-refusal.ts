import type { EligibilityFact } from '../rules/predicate.ts'
import type { LocalDay, LocalTime, RuleId } from '../rules/tenant-rules.ts'
import type { Cell, ChangeReason } from './opening-hours.ts'

/** Why a period cannot be booked by anyone. */
export type PeriodRefusal =
  | { readonly reason: 'past' }
  | { readonly reason: 'no-such-time' }
  | {
      readonly reason: 'closed-day'
      readonly because: 'weekday' | 'holiday' | 'closure'
      /** Why it is shut, as the town or the desk wrote it. */
      readonly texts?: ChangeReason
      /** There when it is shut, or open, for these hours of the day only. */
      readonly hours?: Cell
    }
  | { readonly reason: 'off-grid'; readonly cells: readonly (readonly [LocalTime, LocalTime])[] }
  | { readonly reason: 'not-yet-open'; readonly opensAt: Date }
  | { readonly reason: 'booking-closed'; readonly closedAt: Date }

/** Why a booking was refused, with what its sentence needs. The reasons are stable: they are API, and stand in decision records. */
export type BookingRefusal =
  | PeriodRefusal
  | {
      readonly reason: 'not-eligible'
      readonly why: EligibilityFact
      /** Left out where it is the holder for the place itself. */
      readonly who?: 'child'
      readonly pool?: RuleId
      readonly ageAtLeast?: number
      readonly ageBelow?: number
    }
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
      /** There when the cap is of something that comes along, not of the place itself. */
      readonly pool?: RuleId
    }
  /** Absences without an excuse: nothing ahead until that day is over, today and walking in stay open (rule 31). */
  | { readonly reason: 'paused'; readonly until: LocalDay; readonly missedOn: readonly LocalDay[] }
  | { readonly reason: 'held-for-reserve'; readonly releasedAt: Date | null }
  | { readonly reason: 'full' }
  | { readonly reason: 'place-taken' }
  | { readonly reason: 'group-too-large'; readonly max: number }
  | { readonly reason: 'group-does-not-fit'; readonly free: number }
  | { readonly reason: 'not-contiguous' }
  | CompanionRefusal

/** Why what was to come along keeps the whole booking from being made; `pool` is the first that failed, in the order of the town's rules. */
export type CompanionRefusal =
  | {
      readonly reason:
        | 'component-full'
        | 'component-closed'
        | 'component-not-offered'
        | 'child-missing'
        | 'child-twice'
      readonly pool: RuleId
    }
  | { readonly reason: 'too-many-companions'; readonly pool: RuleId; readonly max: number }
