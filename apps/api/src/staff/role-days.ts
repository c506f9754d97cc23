import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'

/** The last day of a role, which counts whole. */
export function lastDayOf(expiresAt: Date): string {
  return localDayOf(new Date(expiresAt.getTime() - 1))
}

/** When a role with this last day ends: as the day after begins in Rome. */
export function endAfter(lastDay: string): Date {
  return instantOf(addDays(lastDay, 1), '00:00')
}
