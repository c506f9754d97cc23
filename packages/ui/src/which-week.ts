import { addDays, isWeekend, mondayOf } from './calendar-days.ts'

/** A day and its times, as far as the choice of a week needs them. */
type DayOfSlots = {
  readonly day: string
  readonly closedBecause?: string | undefined
  readonly slots: readonly unknown[]
}

export type WeekChoice<Day extends DayOfSlots> = {
  readonly day: Day | undefined
  readonly week: readonly Day[]
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
 * The day to show, and its week: the day asked for; without one, the first on which a time can be chosen.
 * Saturday and Sunday are left out of a week in which they are shut.
 */
export function whichWeek<Day extends DayOfSlots>(
  days: readonly Day[],
  asked: string | undefined,
  today: string,
  isChoosable: (slot: Day['slots'][number]) => boolean,
): WeekChoice<Day> {
  const fallback = days.find((day) => day.day >= today) ?? days[0]
  const firstChoosable = days.find((each) => each.slots.some((slot) => isChoosable(slot)))
  const day = days.find(({ day }) => day === asked) ?? firstChoosable ?? fallback
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
