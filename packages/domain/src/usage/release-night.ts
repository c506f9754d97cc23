import { addDays } from '../calendar/local-day.ts'
import { localDayOf, localTimeOf } from '../calendar/local-time.ts'
import type { LocalDay } from '../rules/tenant-rules.ts'

/** The hour of the release in Rome: the night is over for the towns, and the morning has not begun for the Region. */
const releasedFrom = '04:00'

/** The day that the figures should reach by now: yesterday, and before the hour of the release the day before. */
export function dueDayOf(now: Date): LocalDay {
  return addDays(localDayOf(now), localTimeOf(now) < releasedFrom ? -2 : -1)
}

/** Whether the figures are to be released: there are none, a night is missing, or the clock was set back to before what they tell. */
export function isReleaseDue(now: Date, lastDay: LocalDay | undefined): boolean {
  return lastDay === undefined || lastDay < dueDayOf(now) || lastDay >= localDayOf(now)
}
