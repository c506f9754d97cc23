import type { LocalDay, PoolRules } from '../rules/tenant-rules.ts'
import { weekdayOf } from './local-day.ts'
import { instantOf } from './local-time.ts'
import { isHoliday } from './national-holidays.ts'

/** One cell of a pool's grid as instants, half-open `[startsAt, endsAt)`. */
export interface SlotTimes {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** The pool's cells on a day, in the order of its grid; none on national holidays and on `closed` days, and none for a cell whose hour spring skips. */
export function slotsOn(
  pool: Pick<PoolRules, 'open'>,
  day: LocalDay,
  closed: readonly LocalDay[],
): readonly SlotTimes[] {
  if (!pool.open.days.includes(weekdayOf(day)) || isHoliday(day, closed)) return []
  return pool.open.slots
    .map(([from, to]) => ({ startsAt: instantOf(day, from), endsAt: instantOf(day, to) }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
}
