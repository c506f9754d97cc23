import { slotsOn } from '../calendar/slots.ts'
import type { SlotTimes } from '../calendar/slots.ts'
import { instantOf, localTimeOf } from '../calendar/local-time.ts'
import { weekdayOf } from '../calendar/local-day.ts'
import { isHoliday } from '../calendar/national-holidays.ts'
import { instantOfWhen, windowStartOf } from '../calendar/when.ts'
import type { LocalDay, LocalTime, PoolRules, TenantRules } from '../rules/tenant-rules.ts'
import type { PeriodRefusal } from './booking-refusal.ts'

/** A period as people say it: local wall clock, on the town's grid. */
export interface AskedPeriod {
  readonly day: LocalDay
  readonly from: LocalTime
  readonly to: LocalTime
}

/** A pool with the days on which its site is shut besides holidays. */
export interface PoolCalendar {
  readonly rules: TenantRules
  readonly pool: PoolRules
  readonly closures: readonly LocalDay[]
}

/** A period of one or more neighbouring cells of the grid, half-open `[startsAt, endsAt)`. */
export interface BookablePeriod {
  readonly day: LocalDay
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cells: readonly SlotTimes[]
}

/** A walk-in stands at the counter: a period in progress is still of use to them, not to who is at home. */
export type Presence = 'walk-in' | 'away'

/** The asked period on the grid, or why nobody can book it at `now`. The past comes first: yesterday's holiday is simply past. */
export function decidePeriod(
  { rules, pool, closures }: PoolCalendar,
  { day, from, to }: AskedPeriod,
  presence: Presence,
  now: Date,
): { readonly period: BookablePeriod } | { readonly refusal: PeriodRefusal } {
  const startsAt = instantOf(day, from)
  const endsAt = instantOf(day, to)
  if (endsAt <= now) return { refusal: { reason: 'past' } }
  if (localTimeOf(startsAt) !== from || localTimeOf(endsAt) !== to)
    return { refusal: { reason: 'no-such-time' } }

  const closedBecause = closedOn({ rules, pool, closures }, day)
  if (closedBecause !== undefined) return { refusal: { reason: 'closed-day', because: closedBecause } }

  const grid = pool.open.slots
  const first = grid.findIndex(([cellFrom]) => cellFrom === from)
  const last = grid.findIndex(([, cellTo]) => cellTo === to)
  if (first === -1 || last < first) return { refusal: { reason: 'off-grid', cells: grid } }

  const { opensAt, closesAt } = bookingTimes(rules, day, startsAt)
  if (now < opensAt) return { refusal: { reason: 'not-yet-open', opensAt } }
  if (now >= closesAt && presence === 'away')
    return { refusal: { reason: 'booking-closed', closedAt: closesAt } }

  const cells = slotsOn(pool, day, [...(rules.holidays ?? []), ...closures]).filter(
    (cell) => cell.startsAt >= startsAt && cell.endsAt <= endsAt,
  )
  return { period: { day, startsAt, endsAt, cells } }
}

/** When first come, first served opens and closes for a slot: counted from the slot's own day, or from its window's first day where places are drawn. */
export function bookingTimes(
  rules: TenantRules,
  day: LocalDay,
  startsAt: Date,
): { readonly opensAt: Date; readonly closesAt: Date } {
  const holidays = rules.holidays ?? []
  const opensFrom = rules.windows === null ? {} : { countFrom: windowStartOf(rules.windows.horizon, day) }
  return {
    opensAt: instantOfWhen(rules.fcfs.opens, { slotStart: startsAt, holidays, ...opensFrom }),
    closesAt: instantOfWhen(rules.fcfs.closes, { slotStart: startsAt, holidays }),
  }
}

/** Why a pool gives out nothing on a day; undefined when it is open. */
export function closedOn(
  { rules, pool, closures }: PoolCalendar,
  day: LocalDay,
): 'weekday' | 'holiday' | 'closure' | undefined {
  if (closures.includes(day)) return 'closure'
  if (isHoliday(day, rules.holidays ?? [])) return 'holiday'
  return pool.open.days.includes(weekdayOf(day)) ? undefined : 'weekday'
}
