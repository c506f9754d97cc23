import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'

export type Day = Outputs['desk']['today']
export type PoolOfDay = Day['pools'][number]
export type UnitOfDay = PoolOfDay['units'][number]
/** A booking on the line of one place: `here` is when it has this very place, and whether the place just comes along. */
export type BookingHere = UnitOfDay['bookings'][number]
export type DeskBooking = Omit<BookingHere, 'here'>

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

/** Every booking of the day once, in order of time; who holds several places, or brings something along, is there once. */
export function bookingsOf(day: Day): readonly DeskBooking[] {
  const placed = day.pools.flatMap((pool) => pool.units.flatMap((unit) => unit.bookings))
  const once = new Map(placed.map((booking) => [booking.bookingId, booking]))
  return [...once.values()].sort((one, other) => one.from.localeCompare(other.from))
}
