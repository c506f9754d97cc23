import { localDayOf } from '../calendar/local-time.ts'

/** Within so many elapsed hours of the beginning the reminder has left, and it named the old place. */
const reminderHours = 24

/**
 * Whether the holder is told at once that they have another place: who chose the one they lose, and who comes today or within the day of the reminder. Of the others
 * nobody wished for a number, and the reminder will name the new one. Where the kind of place is a turn at a desk, letters name no place and there is nothing to tell.
 */
export function isReassignmentNews(
  {
    startsAt,
    hadChosen,
    isDesk,
  }: { readonly startsAt: Date; readonly hadChosen: boolean; readonly isDesk: boolean },
  now: Date,
): boolean {
  if (isDesk || now >= startsAt) return false
  const isSoon = startsAt.getTime() - now.getTime() <= reminderHours * 3_600_000
  return hadChosen || isSoon || localDayOf(startsAt) === localDayOf(now)
}
