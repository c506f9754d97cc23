import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'

export type Day = Outputs['desk']['today']
export type PoolOfDay = Day['pools'][number]
export type UnitOfDay = PoolOfDay['units'][number]
export type DeskBooking = UnitOfDay['bookings'][number]

/** A booking with the names of its place, as the counter says them. */
export type PlacedBooking = {
  readonly booking: DeskBooking
  readonly unitLabel: string
  readonly poolName: string
}

/** Where the town's clock stands with respect to the day on screen. */
export type Moment = Pick<Day, 'isToday' | 'nowLocal'> & { readonly isPast: boolean }

/** How often an open page asks again. A page nobody looks at does not ask. */
export const liveMilliseconds = 2_000

/** A day of the desk, or today, asked again every two seconds: a booking made elsewhere appears by itself. */
export function useDay(day: string | undefined) {
  const trpc = useTRPC()
  const { language } = useLanguage()
  return useSuspenseQuery(
    trpc.desk.today.queryOptions(
      { ...(day === undefined ? {} : { day }), language },
      { refetchInterval: liveMilliseconds, staleTime: 0 },
    ),
  )
}

/** Where the town's clock stands, given which day it is there. */
export function momentOf(day: Day, today: string): Moment {
  return { isToday: day.isToday, nowLocal: day.nowLocal, isPast: day.day < today }
}

/** Every booking of the day once, in order of time, then of place; who holds two places in turn is there once. */
export function bookingsOf(day: Day): readonly PlacedBooking[] {
  const placed = day.pools.flatMap((pool) =>
    pool.units.flatMap((unit) =>
      unit.bookings.map((booking) => ({ booking, unitLabel: unit.label, poolName: pool.name })),
    ),
  )
  const once = new Map<string, PlacedBooking>()
  for (const each of placed) {
    const earlier = once.get(each.booking.bookingId)
    const unitLabel = earlier ? `${earlier.unitLabel}, ${each.unitLabel}` : each.unitLabel
    once.set(each.booking.bookingId, { ...each, unitLabel })
  }
  return [...once.values()].sort((one, other) => one.booking.from.localeCompare(other.booking.from))
}
