import { addDays, isWeekend, mondayOf } from '@officine/ui/calendar-days'
import { type DayOfSlots, isBookable } from './slot-words.ts'

export type WeekChoice = {
  readonly day: DayOfSlots | undefined
  readonly week: readonly DayOfSlots[]
  readonly earlier: string | undefined
  readonly later: string
}

/** How many days are asked at once: this week and the next, so that a Friday evening finds something to show. */
export const daysAsked = 14

/** Where the two weeks begin: the Monday of the day asked for, or of today. */
export function firstDayAsked(asked: string | undefined, today: string): string {
  return mondayOf(asked ?? today)
}

/**
 * The day to show, and its week: the day asked for; without one, the first on which something can be booked.
 * Saturday and Sunday are left out of a week in which they are shut.
 */
export function whichWeek(days: readonly DayOfSlots[], asked: string | undefined, today: string): WeekChoice {
  const fallback = days.find((day) => day.day >= today) ?? days[0]
  const day =
    days.find(({ day }) => day === asked) ?? days.find((each) => each.slots.some(isBookable)) ?? fallback
  const monday = mondayOf(day?.day ?? today)
  const week = days.filter(
    (each) => mondayOf(each.day) === monday && !(isWeekend(each.day) && each.closedBecause !== undefined),
  )
  return {
    day,
    week,
    earlier: monday > mondayOf(today) ? addDays(monday, -7) : undefined,
    later: addDays(monday, 7),
  }
}
