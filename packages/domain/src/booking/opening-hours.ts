import { weekdayOf } from '../calendar/local-day.ts'
import { instantOf } from '../calendar/local-time.ts'
import { isHoliday } from '../calendar/national-holidays.ts'
import type { SlotTimes } from '../calendar/slots.ts'
import { minutesOf } from '../calendar/wall-clock.ts'
import type { LocalDay, LocalTime, PoolRules } from '../rules/tenant-rules.ts'

/** Why a town shuts or keeps other hours, as citizens read it; languages besides Italian where the town wrote them. */
export type ChangeReason = Readonly<Partial<Record<string, string>>> & { readonly it: string }

/**
 * Days, both ends included, on which a pool is shut (the whole day, or some hours of each) or keeps other hours than usual.
 * The town's file and the desk both write them; whoever shuts prevails over whoever opens.
 */
export interface OpeningChange {
  readonly kind: 'closed' | 'hours'
  readonly fromDay: LocalDay
  readonly toDay: LocalDay
  /** Half-open, on the town's clock; a closure without them is of the whole day. */
  readonly hours?: readonly [LocalTime, LocalTime]
  /** Other hours only: also on weekdays and holidays on which it is usually shut. */
  readonly opensShutDays?: boolean
  readonly because: ChangeReason
}

export type Cell = readonly [from: LocalTime, to: LocalTime]

/** What a pool's usual week looks like, and every change to it. */
export interface UsualHours {
  readonly open: PoolRules['open']
  /** Besides the national ones. */
  readonly holidays: readonly LocalDay[]
  readonly changes: readonly OpeningChange[]
}

export type ShutBecause =
  | { readonly because: 'weekday' | 'holiday' }
  | { readonly because: 'closure'; readonly change: OpeningChange }

/** The cells that a pool gives out on a day, on the town's clock, and why when there are none. */
export interface DayHours {
  readonly cells: readonly Cell[]
  readonly shut?: ShutBecause
}

/** Cut shorter than this, in minutes, a cell of the grid is of no use and is not given out. */
const shortestCut = 60

/**
 * What a pool gives out on a day: the one place where weekly hours, holidays, closures and exceptional hours come together.
 * A closure of some hours takes every cell that it touches. Exceptional hours cut the cells that they cross, and beyond the grid go on in steps of its first or last cell.
 */
export function hoursOn({ open, holidays, changes }: UsualHours, day: LocalDay): DayHours {
  const onDay = changesOn(changes, day)
  const closures = onDay.filter(({ kind }) => kind === 'closed')
  const whole = closures.find(({ hours }) => hours === undefined)
  if (whole !== undefined) return { cells: [], shut: { because: 'closure', change: whole } }

  const other = onDay.find(({ kind }) => kind === 'hours')
  const opens = other?.opensShutDays === true
  if (!opens && isHoliday(day, holidays)) return { cells: [], shut: { because: 'holiday' } }
  if (!opens && !open.days.includes(weekdayOf(day))) return { cells: [], shut: { because: 'weekday' } }

  const grid = other?.hours === undefined ? open.slots : cellsWithin(open.slots, other.hours)
  if (grid.length === 0 && other !== undefined)
    return { cells: [], shut: { because: 'closure', change: other } }
  const cells = grid.filter((cell) => !closures.some(({ hours }) => hours !== undefined && meet(hours, cell)))
  const [first] = closures
  return cells.length === 0 && first !== undefined
    ? { cells, shut: { because: 'closure', change: first } }
    : { cells }
}

/** The changes that touch a day. */
export function changesOn<C extends OpeningChange>(changes: readonly C[], day: LocalDay): readonly C[] {
  return changes.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
}

/** Cells as instants, in order; none for an hour that spring skips. */
export function instantsOf(cells: readonly Cell[], day: LocalDay): readonly SlotTimes[] {
  return cells
    .map(([from, to]) => ({ startsAt: instantOf(day, from), endsAt: instantOf(day, to) }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
}

/** Whether a change takes from somebody time that they could count on: cells before, and not after. */
export function losesTime(
  before: readonly SlotTimes[],
  after: readonly SlotTimes[],
  held: SlotTimes,
): boolean {
  return before.some((cell) => {
    let from = Math.max(cell.startsAt.getTime(), held.startsAt.getTime())
    const until = Math.min(cell.endsAt.getTime(), held.endsAt.getTime())
    for (const { startsAt, endsAt } of after)
      if (startsAt.getTime() <= from) from = Math.max(from, endsAt.getTime())
    return from < until
  })
}

/** Half-open periods of one day that have a moment in common. */
export function meet([from, to]: Cell, [otherFrom, otherTo]: Cell): boolean {
  return from < otherTo && otherFrom < to
}

function cellsWithin(slots: readonly Cell[], [opens, closes]: Cell): readonly Cell[] {
  const [open, close] = [minutesOf(opens), minutesOf(closes)]
  const grid = slots
    .map(([from, to]) => [minutesOf(from), minutesOf(to)] as const)
    .toSorted((a, b) => a[0] - b[0])
  const [first, last] = [grid[0], grid.at(-1)]
  if (first === undefined || last === undefined) return []
  const early: (readonly [number, number])[] = []
  for (let to = first[0], step = first[1] - first[0]; to > open; to -= step) early.unshift([to - step, to])
  const late: (readonly [number, number])[] = []
  for (let from = last[1], step = last[1] - last[0]; from < close; from += step)
    late.push([from, from + step])
  return [...early, ...grid, ...late].flatMap(([from, to]): readonly Cell[] => {
    const [begins, ends] = [Math.max(from, open), Math.min(to, close)]
    const isWhole = begins === from && ends === to
    return isWhole || ends - begins >= shortestCut ? [[timeOf(begins), timeOf(ends)]] : []
  })
}

function timeOf(minutes: number): LocalTime {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as LocalTime // below 24:00: cut to hours that a clock shows
}
