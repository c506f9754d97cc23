import type { LocalDay, When } from '../rules/tenant-rules.ts'
import { addDays, mondayOf } from './local-day.ts'
import { instantOf, localDayOf } from './local-time.ts'
import { businessDaysBefore } from './national-holidays.ts'

/** What a `When` counts back from. */
export interface WhenContext {
  readonly slotStart: Date
  /** The day that business days count back from; the slot's own local day when absent. */
  readonly countFrom?: LocalDay
  /** The town's own closing days, beside the national holidays. */
  readonly holidays: readonly LocalDay[]
}

/** The instant a `When` means: elapsed hours before the slot, or a wall-clock time some business days before (rules 2 and 3). */
export function instantOfWhen(when: When, { slotStart, countFrom, holidays }: WhenContext): Date {
  if ('hoursBefore' in when) return new Date(slotStart.getTime() - when.hoursBefore * 3_600_000)
  const day = businessDaysBefore(countFrom ?? localDayOf(slotStart), when.businessDaysBefore, holidays)
  return instantOf(day, when.at)
}

export type WindowHorizon = 'nextIsoWeek' | 'nextMonth'

/** The first day of the week or month that a window gives out, from which its business days count back. */
export function windowStartOf(horizon: WindowHorizon, day: LocalDay): LocalDay {
  return horizon === 'nextIsoWeek' ? mondayOf(day) : `${day.slice(0, 7)}-01`
}

/** The last day of the week or month that a window gives out. */
export function windowEndOf(horizon: WindowHorizon, day: LocalDay): LocalDay {
  if (horizon === 'nextIsoWeek') return addDays(mondayOf(day), 6)
  const nextMonth = addDays(`${day.slice(0, 7)}-28`, 4)
  return addDays(`${nextMonth.slice(0, 7)}-01`, -1)
}
