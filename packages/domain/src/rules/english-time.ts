import { enumerate } from './enumerate.ts'
import type { Anchor } from './rules-words.ts'
import type { LocalTime, When } from './tenant-rules.ts'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** `9:00`, in the clock of 24 hours. */
export function englishTime(time: LocalTime): string {
  return time.replace(/^0/, '')
}

/** `from Monday to Friday`, or the days one by one. */
export function englishDays(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((left, right) => left - right)
  const first = sorted[0] ?? 1
  const last = sorted.at(-1) ?? first
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return `from ${dayName(first)} to ${dayName(last)}`
  return `on ${enumerate(
    sorted.map((day) => `${dayName(day)}s`),
    'and',
  )}`
}

/** `from 12:00 on the working day before the slot`, with the preposition that the sentence asks for. */
export function englishMoment(as: 'from' | 'until' | 'at', when: When, anchor: Anchor): string {
  if ('hoursBefore' in when) {
    const { hoursBefore } = when
    const span = hoursBefore === 0 ? '' : `${hoursBefore === 1 ? '1 hour' : `${hoursBefore} hours`} before `
    const start = hoursBefore === 0 ? 'the start of the slot' : 'it starts'
    return as === 'at' && hoursBefore > 0 ? `${span}${start}` : `${as} ${span}${start}`
  }
  return `${as} ${englishTime(when.at)} ${workingDay(when.businessDaysBefore, anchor)}`
}

function workingDay(count: number, anchor: Anchor): string {
  const start = {
    slot: 'the slot',
    week: 'the Monday of that week',
    month: 'the first day of that month',
    same: 'it',
  }[anchor]
  if (count === 0) return anchor === 'slot' ? 'on the same day' : `on ${start}`
  if (count === 1) return `on the working day before ${start}`
  return `on the ${ordinals[count] ?? ordinal(count)} working day before ${start}`
}

function ordinal(count: number): string {
  const suffix = ['th', 'st', 'nd', 'rd'][count % 100 > 10 && count % 100 < 14 ? 0 : count % 10] ?? 'th'
  return `${count}${suffix}`
}

function dayName(day: number): string {
  return dayNames[day - 1] ?? String(day)
}

const months = 'January February March April May June July August September October November December'

/** `1 January 2027`. */
export function englishDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${months.split(' ')[Number(month) - 1] ?? month} ${year}`
}
