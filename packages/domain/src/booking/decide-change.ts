import { addDays } from '../calendar/local-day.ts'
import { instantOf, localDayOf } from '../calendar/local-time.ts'
import type { LocalDay } from '../rules/tenant-rules.ts'
import { poolHoursOn } from './booking-period.ts'
import type { PoolCalendar } from './booking-period.ts'
import { instantsOf, losesTime, meet } from './opening-hours.ts'
import type { OpeningChange } from './opening-hours.ts'

/** The longest change, in days: what lasts longer belongs in the town's own calendar. */
export const longestChangeDays = 62

/** Why a change of the opening cannot be made. */
export type ChangeRefusal =
  | { readonly reason: 'ends-before-it-starts' }
  | { readonly reason: 'past' }
  | { readonly reason: 'too-long'; readonly maxDays: number }
  | { readonly reason: 'overlaps'; readonly other: OpeningChange }
  /** A closure of what is shut already. */
  | { readonly reason: 'already-shut' }
  /** Other hours on a day that is shut by decision: whoever shuts prevails. */
  | { readonly reason: 'still-closed'; readonly by: OpeningChange }
  /** Other hours on a weekday or holiday that is usually shut, without saying that it opens. */
  | { readonly reason: 'usually-shut' }
  | { readonly reason: 'changes-nothing' }
  /** Hours too short for any cell of the grid. */
  | { readonly reason: 'no-time-left' }

export interface AskedChange {
  readonly change: OpeningChange
  /** The pools that it is about, as they stand without it. */
  readonly pools: readonly PoolCalendar[]
  /** Changes in force that it must not overlap: of the same place when it shuts, of any of these pools when it keeps other hours. */
  readonly beside: readonly OpeningChange[]
}

/** Why a change cannot be made at `now`; undefined when it can. */
export function refusalOfChange(
  { change, pools, beside }: AskedChange,
  now: Date,
): ChangeRefusal | undefined {
  const { kind, fromDay, toDay, hours } = change
  if (toDay < fromDay || (hours !== undefined && hours[1] <= hours[0]))
    return { reason: 'ends-before-it-starts' }
  const lastMoment = hours === undefined ? instantOf(addDays(toDay, 1), '00:00') : instantOf(toDay, hours[1])
  if (fromDay < localDayOf(now) || lastMoment <= now) return { reason: 'past' }
  if (toDay > addDays(fromDay, longestChangeDays - 1))
    return { reason: 'too-long', maxDays: longestChangeDays }
  const other = beside.find((each) => each.kind === kind && overlap(each, change))
  if (other !== undefined) return { reason: 'overlaps', other }

  const days = pools.flatMap((pool) => daysThrough(change).map((day) => dayWith(pool, change, day)))
  if (days.some(({ isChanged }) => isChanged)) {
    const leavesNothing = kind === 'hours' && days.every(({ after }) => after.cells.length === 0)
    return leavesNothing ? { reason: 'no-time-left' } : undefined
  }
  if (kind === 'closed') return { reason: 'already-shut' }
  const shut = days.map(({ after }) => after.shut)
  if (shut.some((each) => each === undefined)) return { reason: 'changes-nothing' }
  const by = shut.find((each) => each?.because === 'closure')
  if (by?.because === 'closure')
    return by.change === change ? { reason: 'no-time-left' } : { reason: 'still-closed', by: by.change }
  return { reason: 'usually-shut' }
}

/** The same pool with a change more. */
export function withChange<P extends PoolCalendar>(pool: P, change: OpeningChange): P {
  return { ...pool, changes: [...pool.changes, change] }
}

/** Whether a change takes time from whoever holds a place of the pool on that day. */
export function takesTime(
  pool: PoolCalendar,
  change: OpeningChange,
  day: LocalDay,
  held: { readonly startsAt: Date; readonly endsAt: Date },
): boolean {
  const before = instantsOf(poolHoursOn(pool, day).cells, day)
  const after = instantsOf(poolHoursOn(withChange(pool, change), day).cells, day)
  return losesTime(before, after, held)
}

/** The days of a change, in order. */
export function daysThrough({
  fromDay,
  toDay,
}: Pick<OpeningChange, 'fromDay' | 'toDay'>): readonly LocalDay[] {
  const days: LocalDay[] = []
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) days.push(day)
  return days
}

function dayWith(pool: PoolCalendar, change: OpeningChange, day: LocalDay) {
  const before = poolHoursOn(pool, day)
  const after = poolHoursOn(withChange(pool, change), day)
  return { after, isChanged: JSON.stringify(before.cells) !== JSON.stringify(after.cells) }
}

function overlap(one: OpeningChange, other: OpeningChange): boolean {
  const sharesDay = one.fromDay <= other.toDay && other.fromDay <= one.toDay
  if (one.kind === 'hours') return sharesDay
  return sharesDay && (one.hours === undefined || other.hours === undefined || meet(one.hours, other.hours))
}
