import type { LocalDay } from '../rules/tenant-rules.ts'
import { addDays, weekdayOf } from './local-day.ts'

// L. 260/1949 as amended: DPR 792/1985 (6 January), L. 336/2000 (2 June).
const fixedDays = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26']

const yearsSeen = new Map<number, readonly LocalDay[]>()

/** Italy's national holidays in calendar order, Easter Sunday and Monday included; true from 2001, when 2 June came back. */
export function nationalHolidays(year: number): readonly LocalDay[] {
  const known = yearsSeen.get(year)
  if (known !== undefined) return known
  const easter = easterOf(year)
  // A set: in 2038 Easter falls on 25 April, in 2011 its Monday did.
  const found = new Set([...fixedDays.map((day) => `${year}-${day}`), easter, addDays(easter, 1)])
  // L. 151/2025: Saint Francis, a national holiday again from 2026.
  if (year >= 2026) found.add(`${year}-10-04`)
  const days = [...found].sort()
  yearsSeen.set(year, days)
  return days
}

/** Whether the day is a national holiday or one of the town's own (`extra`). */
export function isHoliday(day: LocalDay, extra: readonly LocalDay[]): boolean {
  return nationalHolidays(Number(day.slice(0, 4))).includes(day) || extra.includes(day)
}

/** Whether offices work that day: Saturdays, Sundays and holidays are not counted (rule 2). */
export function isBusinessDay(day: LocalDay, extra: readonly LocalDay[]): boolean {
  return weekdayOf(day) <= 5 && !isHoliday(day, extra)
}

/** The n-th business day before the day; with 0, the day itself whatever it is. */
export function businessDaysBefore(day: LocalDay, count: number, extra: readonly LocalDay[]): LocalDay {
  let reached = day
  for (let left = count; left > 0; ) {
    reached = addDays(reached, -1)
    if (isBusinessDay(reached, extra)) left -= 1
  }
  return reached
}

/** Western Easter, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function easterOf(year: number): LocalDay {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
