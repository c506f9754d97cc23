import type { Companion } from '@officine/ui/along'
import type { SeatChoice } from '../paths.ts'
import { type DayOfSlots, isBookable, type Slot } from './slot-words.ts'

/** How many times are looked into for what comes along: each is a question to the API, all in one request. */
export const mostLooked = 8

/** The bookable times nearest to the one asked for, where as many places are free as people come. */
export function nearestTimes(
  days: readonly DayOfSlots[],
  asked: { readonly day: string; readonly from: string },
  people: number,
): readonly Slot[] {
  const distance = ({ day, from }: { readonly day: string; readonly from: string }) =>
    Math.abs(Date.parse(`${day}T${from}:00Z`) - Date.parse(`${asked.day}T${asked.from}:00Z`))
  return days
    .flatMap(({ slots }) => slots)
    .filter((slot) => isBookable(slot) && slot.freeForMe >= people && distance(slot) > 0)
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, mostLooked)
}

/** Whether everything the booking cannot do without is free at that time. */
export function hasEverything(
  along: NonNullable<SeatChoice['along']>,
  companions: readonly Companion[],
): boolean {
  const needed = along.filter(({ isExtra }) => !isExtra)
  return needed.every(({ poolId }) => {
    const places = needed.filter((place) => place.poolId === poolId).length
    return companions.some((each) => each.poolId === poolId && each.state === 'free' && each.free >= places)
  })
}
