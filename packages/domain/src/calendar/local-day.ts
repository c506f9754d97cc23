import type { LocalDay } from '../rules/tenant-rules.ts'

// Plain arithmetic instead of Temporal: screens import this file, and a draw asks for weeks tens of thousands of times.
const dayMilliseconds = 86_400_000

/** Whether the text is a calendar day that exists, `YYYY-MM-DD`. */
export function isLocalDay(text: string): text is LocalDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && dayOfUtc(at) === text
}

/** The calendar day `days` later, earlier when negative; throws on a day that does not exist. */
export function addDays(day: LocalDay, days: number): LocalDay {
  return dayOfUtc(utcMidnight(day) + days * dayMilliseconds)
}

/** The number of days from `earlier` to `later`, negative when they are the other way round. */
export function daysBetween(earlier: LocalDay, later: LocalDay): number {
  return (utcMidnight(later) - utcMidnight(earlier)) / dayMilliseconds
}

export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekdayOf(day: LocalDay): IsoWeekday {
  return (((((utcMidnight(day) / dayMilliseconds + 3) % 7) + 7) % 7) + 1) as IsoWeekday // 1 January 1970 was a Thursday
}

/** The Monday of the day's ISO week. */
export function mondayOf(day: LocalDay): LocalDay {
  return addDays(day, 1 - weekdayOf(day))
}

/** The ISO 8601 week, `2026-W53`: the week belongs to the year of its Thursday (rule 21). */
export function isoWeekOf(day: LocalDay): string {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The month of the day, `2026-11`. */
export function monthOf(day: LocalDay): string {
  return day.slice(0, 7)
}

/** Milliseconds of the day's midnight as if it were UTC: a number to compute with, not an instant. */
export function utcMidnight(day: LocalDay): number {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at) || dayOfUtc(at) !== day) throw new RangeError(`Not a calendar day: ${day}`)
  return at
}

function dayOfUtc(at: number): LocalDay {
  return new Date(at).toISOString().slice(0, 10)
}
