/** A calendar day written YYYY-MM-DD, years 0001 to 9999, so that the order of the texts is the order of the days. */
export type CivilDay = string

const DAYS_IN_MONTH: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const LAST_DAY: CivilDay = '9999-12-31'

/** Whether the text is a day of the calendar: 2025-02-29 is not. */
export function isCivilDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false
  const month = monthOf(text)
  const day = dayOf(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month)
}

/** Completed years; the birthday itself counts. A person born on 29 February completes a common year on 1 March. */
export function completedYears(bornOn: CivilDay, on: CivilDay): number {
  return yearOf(on) - yearOf(bornOn) - (on.slice(5) < bornOn.slice(5) ? 1 : 0)
}

/** The same day `months` later, clamped to the end of the month; nothing lies after 9999-12-31. */
export function addMonths(on: CivilDay, months: number): CivilDay {
  const counted = yearOf(on) * 12 + monthOf(on) - 1 + months
  const year = Math.floor(counted / 12)
  const month = counted - year * 12 + 1
  return written(year, month, Math.min(dayOf(on), daysInMonth(year, month)))
}

/** The day `days` later, for non-negative whole `days`; nothing lies after 9999-12-31. */
export function addDays(on: CivilDay, days: number): CivilDay {
  let year = yearOf(on)
  let month = monthOf(on)
  let day = dayOf(on) + days
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month)
    month += 1
    if (month > 12) {
      month = 1
      year += 1
    }
  }
  return written(year, month, day)
}

function yearOf(day: CivilDay): number {
  return Number(day.slice(0, 4))
}

function monthOf(day: CivilDay): number {
  return Number(day.slice(5, 7))
}

function dayOf(day: CivilDay): number {
  return Number(day.slice(8, 10))
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

function written(year: number, month: number, day: number): CivilDay {
  if (year > 9999) return LAST_DAY
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
