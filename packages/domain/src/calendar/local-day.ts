import type { LocalDay } from '../rules/tenant-rules.ts'

// Plain arithmetic instead of Temporal: screens import this file, and a draw asks for weeks tens of thousands of times.
const dayMilliseconds = 86_400_000

/** Whether the text is a calendar day that exists, `YYYY-MM-DD`. */
export function isLocalDay(text: string): text is LocalDay {
  return findUtcMidnight(text) !== undefined
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

/** Milliseconds of the day's midnight as if it were UTC: a number to compute with, not an instant. Throws on a day that does not exist. */
export function utcMidnight(day: LocalDay): number {
  const at = findUtcMidnight(day)
  if (at === undefined) throw new RangeError(`Not a calendar day: ${day}`)
  return at
}

// By hand: a round trip through Date's texts costs ten times as much, and draws ask for a day at every request.
function findUtcMidnight(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const date = digits(text, 8, 10)
  // Date.UTC takes a year below 100 for one of the twentieth century.
  const isDay = year >= 1000 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
  return isDay ? Date.UTC(year, month - 1, date) : undefined
}

/** The calendar day that a number of milliseconds since 1970 falls on, read as if it were wall-clock time. */
export function dayOfUtc(at: number): LocalDay {
  const date = new Date(at)
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`
}

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
