import type { SlotTimes } from '../calendar/slots.ts'
import { instantOf, localTimeOf } from '../calendar/local-time.ts'
import { instantOfWhen, windowStartOf } from '../calendar/when.ts'
import type { LocalDay, LocalTime, PoolRules, TenantRules } from '../rules/tenant-rules.ts'
import type { PeriodRefusal } from './booking-refusal.ts'
import { changesOn, hoursOn, instantsOf, meet } from './opening-hours.ts'
import type { DayHours, OpeningChange, ShutBecause } from './opening-hours.ts'

/** A period as people say it: local wall clock, on the town's grid. */
export interface AskedPeriod {
  readonly day: LocalDay
  readonly from: LocalTime
  readonly to: LocalTime
}

/** A pool with the days on which it is shut besides holidays, or keeps other hours. */
export interface PoolCalendar {
  readonly rules: TenantRules
  readonly pool: PoolRules
  readonly changes: readonly OpeningChange[]
}

/** A period of one or more neighbouring cells of the grid, half-open `[startsAt, endsAt)`. */
export interface BookablePeriod {
  readonly day: LocalDay
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cells: readonly SlotTimes[]
}

/**
 * A walk-in stands at the counter: a period in progress is still of use to them, not to who is at home. `overriding`: who answers
 * for the town sets aside when booking opens and closes.
 */
export type Presence = 'walk-in' | 'away' | 'overriding'

/** The asked period on the grid, or why nobody can book it at `now`. The past comes first: yesterday's holiday is simply past. */
export function decidePeriod(
  calendar: PoolCalendar,
  { day, from, to }: AskedPeriod,
  presence: Presence,
  now: Date,
): { readonly period: BookablePeriod } | { readonly refusal: PeriodRefusal } {
  const startsAt = instantOf(day, from)
  const endsAt = instantOf(day, to)
  if (endsAt <= now) return { refusal: { reason: 'past' } }
  if (localTimeOf(startsAt) !== from || localTimeOf(endsAt) !== to)
    return { refusal: { reason: 'no-such-time' } }

  const { cells: grid, shut } = poolHoursOn(calendar, day)
  if (shut !== undefined) return { refusal: closedDay(shut) }
  const closed = changesOn(calendar.changes, day).find(
    ({ kind, hours }) => kind === 'closed' && hours !== undefined && meet(hours, [from, to]),
  )
  if (closed !== undefined) return { refusal: closedDay({ because: 'closure', change: closed }) }

  const first = grid.findIndex(([cellFrom]) => cellFrom === from)
  const last = grid.findIndex(([, cellTo]) => cellTo === to)
  if (first === -1 || last < first) return { refusal: { reason: 'off-grid', cells: grid } }

  const { opensAt, closesAt } = bookingTimes(calendar.rules, day, startsAt)
  if (now < opensAt && presence !== 'overriding') return { refusal: { reason: 'not-yet-open', opensAt } }
  if (now >= closesAt && presence === 'away')
    return { refusal: { reason: 'booking-closed', closedAt: closesAt } }

  const cells = instantsOf(grid.slice(first, last + 1), day)
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

/** What a pool gives out on a day, under everything that its town and its desk decided. */
export function poolHoursOn({ rules, pool, changes }: PoolCalendar, day: LocalDay): DayHours {
  return hoursOn({ open: pool.open, holidays: rules.holidays ?? [], changes }, day)
}

/** Why a pool gives out nothing on a day; undefined when it is open. */
export function closedOn(calendar: PoolCalendar, day: LocalDay): ShutBecause | undefined {
  return poolHoursOn(calendar, day).shut
}

function closedDay(shut: ShutBecause): PeriodRefusal {
  if (shut.because !== 'closure') return { reason: 'closed-day', because: shut.because }
  const { because: texts, hours } = shut.change
  return { reason: 'closed-day', because: 'closure', texts, ...(hours !== undefined && { hours }) }
}
