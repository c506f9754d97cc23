import { type BookingHere, bookingsOf, type Day, type Moment, type PoolOfDay, type UnitOfDay } from './day.ts'
import { minutesOf } from '../minutes-of.ts'
import { type Standing, standingOf } from './standing.ts'

/** A stretch of a place's day: somebody's, free, or out of order and given to nobody. Times are `HH:MM`. */
export type Bar =
  | {
      readonly kind: 'booking'
      readonly from: string
      readonly to: string
      readonly booking: BookingHere
      readonly standing: Standing
    }
  | {
      readonly kind: 'free'
      readonly from: string
      readonly to: string
      /** Free time that has begun is free from now on; free time that is over was not used. */
      readonly when: 'over' | 'now' | 'ahead'
    }
  | { readonly kind: 'out'; readonly from: string; readonly to: string }

type Cell = PoolOfDay['cells'][number]

/**
 * A place's day in order: its bookings, and every cell of the grid that none of them covers. Whom nobody saw holds no place: while the time runs it is
 * free, and afterwards the absence is told where nobody else sat. A cell in which the place is out of order for a while is out as a whole.
 */
export function barsOf(unit: UnitOfDay, cells: readonly Cell[], moment: Moment): readonly Bar[] {
  const holding = unit.bookings.filter(({ status }) => status !== 'no-show')
  const isTold = ({ here }: BookingHere) =>
    whenOf(here, moment) === 'over' && !holding.some((other) => overlap(other.here, here))
  const shown = unit.bookings.filter((booking) => booking.status !== 'no-show' || isTold(booking))
  const bookings = shown.map((booking): Bar => {
    const { from, to } = booking.here
    return { kind: 'booking', from, to, booking, standing: standingOf(booking, moment) }
  })
  const free = cells
    .filter((cell) => !shown.some(({ here }) => overlap(here, cell)))
    .map((cell): Bar => {
      const isOut = unit.outOfOrder.some((outage) => overlap(outage, cell))
      return isOut ? { kind: 'out', ...cell } : { kind: 'free', ...cell, when: whenOf(cell, moment) }
    })
  return [...bookings, ...free].sort((one, other) => one.from.localeCompare(other.from))
}

function overlap(one: Cell, other: Cell): boolean {
  return one.from < other.to && other.from < one.to
}

function whenOf(cell: Cell, { isToday, isPast, nowLocal }: Moment): 'over' | 'now' | 'ahead' {
  if (isPast || (isToday && cell.to <= nowLocal)) return 'over'
  return isToday && cell.from <= nowLocal ? 'now' : 'ahead'
}

export type CountedAs = 'present' | 'late' | 'expected' | 'came' | 'missing'

/** The bars of the day, counted: today who is in, late, still to come and never came; before, who came and who did not. */
export function countsOf(
  day: Day,
  moment: Moment,
): readonly { readonly as: CountedAs; readonly count: number }[] {
  const standings = bookingsOf(day).map((booking) => standingOf(booking, moment))
  const counted = (as: CountedAs, ...wanted: readonly Standing[]) => ({
    as,
    count: standings.filter((standing) => wanted.includes(standing)).length,
  })
  if (moment.isPast) return [counted('came', 'over'), counted('missing', 'missed', 'absent')]
  if (!moment.isToday) return [counted('expected', 'expected')]
  return [
    counted('present', 'present'),
    counted('late', 'late'),
    counted('expected', 'expected'),
    counted('missing', 'missed', 'absent'),
  ]
}

/** How many places of a pool nobody holds at this moment. */
export function freeNow(pool: PoolOfDay, moment: Moment): number {
  return pool.units.filter((unit) =>
    barsOf(unit, pool.cells, moment).some((bar) => bar.kind === 'free' && bar.when === 'now'),
  ).length
}

/** The hours across which a pool's day is drawn, in minutes since midnight, and the width of one column. */
export type Axis = { readonly start: number; readonly end: number; readonly step: number }

/** Whole hours around everything that must be drawn, in the widest columns whose edges meet every time. */
export function axisOf(pool: Pick<PoolOfDay, 'cells' | 'units'>): Axis | undefined {
  const spans = [...pool.cells, ...pool.units.flatMap((unit) => unit.bookings.map(({ here }) => here))]
  const times = spans.flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)])
  if (times.length === 0) return undefined
  return {
    start: Math.floor(Math.min(...times) / 60) * 60,
    end: Math.ceil(Math.max(...times) / 60) * 60,
    step: times.reduce(greatestCommonDivisor, 60),
  }
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}

/**
 * How a pool can be drawn: names beside each other while the shortest time is wide enough for one, on more lines when
 * it is narrow, and as a plain list in order of time when not even that would be read.
 */
export type Density = 'wide' | 'narrow' | 'list'

export function densityOf(axis: Axis, pool: Pick<PoolOfDay, 'cells'>): Density {
  const shortest = Math.min(...pool.cells.map(({ from, to }) => minutesOf(to) - minutesOf(from)))
  const share = shortest / (axis.end - axis.start)
  if (share >= 1 / 6) return 'wide'
  return share >= 1 / 9 ? 'narrow' : 'list'
}

export function columnCount({ start, end, step }: Axis): number {
  return (end - start) / step
}

/** The grid lines between which a stretch is drawn: `3/7`. */
export function columnsOf(
  { start, step }: Axis,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const line = (time: string) => (minutesOf(time) - start) / step + 1
  return `${line(from)}/${line(to)}`
}

/** How far across the axis a time is, from 0 to 1; undefined outside it. */
export function shareOf({ start, end }: Axis, time: string): number | undefined {
  const share = (minutesOf(time) - start) / (end - start)
  return share >= 0 && share <= 1 ? share : undefined
}

/** The hours written over the columns; one that would lie under the label of the present time is not shown. */
export function hoursOf(
  { start, end }: Axis,
  now: string | undefined,
): readonly { readonly hour: number; readonly isHidden: boolean }[] {
  const count = (end - start) / 60
  return Array.from({ length: count }, (_, index) => {
    const minutes = start + index * 60
    const passed = now === undefined ? undefined : minutesOf(now) - minutes
    // An hour is written to the right of its line, the present time across its own: the more hours, the more they cover.
    const isHidden = passed !== undefined && passed > -1.9 * count && passed < 3.5 * count
    return { hour: minutes / 60, isHidden }
  })
}
