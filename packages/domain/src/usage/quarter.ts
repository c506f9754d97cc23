import { addDays, isLocalDay } from '../calendar/local-day.ts'
import type { LocalDay } from '../rules/tenant-rules.ts'

/** A quarter of a year, `2026-Q3`. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`

/** Whether the text is a quarter of a year from 2000 to 2099, `2026-Q3`. */
export function isQuarter(text: string): text is Quarter {
  return /^20\d\d-Q[1-4]$/.test(text)
}

/** The quarter that a day falls in. */
export function quarterOf(day: LocalDay): Quarter {
  const number = Math.ceil(Number(day.slice(5, 7)) / 3) as 1 | 2 | 3 | 4
  return `${Number(day.slice(0, 4))}-Q${number}`
}

/** The quarter before. */
export function quarterBefore(quarter: Quarter): Quarter {
  return quarterOf(addDays(firstDayOf(quarter), -1))
}

/** The first day of a quarter. */
export function firstDayOf(quarter: Quarter): LocalDay {
  const month = (Number(quarter.at(-1)) - 1) * 3 + 1
  const day = `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  if (!isLocalDay(day)) throw new RangeError(`Not a quarter: ${quarter}`)
  return day
}

/** The last day of a quarter. */
export function lastDayOf(quarter: Quarter): LocalDay {
  const year = Number(quarter.slice(0, 4))
  const next: Quarter = quarter.endsWith('4')
    ? `${year + 1}-Q1`
    : `${year}-Q${(Number(quarter.at(-1)) + 1) as 2 | 3 | 4}`
  return addDays(firstDayOf(next), -1)
}

/** An arrival may be put right for some days after: the figures of a day are counted again until then. */
export const countedAgainDays = 35

/** The day whose release closes a quarter: from the next one on its figures are no longer counted again. */
export function closesOn(quarter: Quarter): LocalDay {
  return addDays(lastDayOf(quarter), countedAgainDays + 1)
}

/** Whether a quarter's figures are final in an edition that reaches until `lastDay`. */
export function isClosed(quarter: Quarter, lastDay: LocalDay): boolean {
  return closesOn(quarter) <= lastDay
}
