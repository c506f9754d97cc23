import { addDays, mondayOf, weekdayOf } from '../calendar/local-day.ts'
import { minutesOf } from '../calendar/wall-clock.ts'
import type { Fault } from './shape.ts'
import type { LocalDay, LocalTime, PoolRules, TenantRules, When } from './tenant-rules.ts'

// A month of four whole weeks without a holiday or a change of the clocks: on it the order of the moments is that of the rules.
const firstMonday = '2026-02-02'

interface SampleSlot {
  readonly day: LocalDay
  readonly from: LocalTime
}

/** A window that closes before it opens, a draw before the closing, first come before the draw: places given out in no order (rule 6). */
export function* windowFaults(rules: TenantRules): Generator<Fault> {
  const { windows, fcfs } = rules
  const used = distinct(Object.values(rules.pools).flatMap((pool) => sampleSlots(pool, rules)))
  const slots: readonly SampleSlot[] = used.length > 0 ? used : [{ day: firstMonday, from: '09:00' }]
  const isLate = (earlier: When, later: When, orEqual: boolean): boolean =>
    slots.some((slot) => {
      const gap = momentOf(later, slot, rules) - momentOf(earlier, slot, rules)
      return orEqual ? gap < 0 : gap <= 0
    })
  const faultIf = (isWrong: boolean, path: string, found: When, allowed: string): Fault[] =>
    isWrong ? [{ path, found: sayWhen(found), allowed }] : []

  if (windows !== null) {
    const { opens, closes, draw } = windows
    yield* faultIf(isLate(opens, closes, false), 'windows.closes', closes, 'a moment after windows.opens')
    yield* faultIf(isLate(closes, draw, false), 'windows.draw', draw, 'a moment after windows.closes')
    yield* faultIf(
      isLate(draw, fcfs.opens, true),
      'fcfs.opens',
      fcfs.opens,
      'windows.draw or a moment after it',
    )
  }
  yield* faultIf(
    isLate(fcfs.opens, fcfs.closes, true),
    'fcfs.closes',
    fcfs.closes,
    'fcfs.opens or a moment after it',
  )
}

/** Reserves that are already released when the window is drawn: the draw would know no claim. */
export function* drawWarnings(rules: TenantRules): Generator<string> {
  const { windows } = rules
  if (windows === null) return
  for (const [id, pool] of Object.entries(rules.pools))
    for (const [position, { release }] of pool.reserves.entries()) {
      if (release === null) continue
      const isReleasedFirst = sampleSlots(pool, rules).some(
        (slot) => momentOf(windows.draw, slot, rules) >= onTheSlotsOwn(release, slot),
      )
      if (isReleasedFirst)
        yield `pools.${id}.reserves[${position}].release: ${sayWhen(release)} is not after windows.draw, so the draw gives this reserve nothing`
    }
}

function distinct(slots: readonly SampleSlot[]): readonly SampleSlot[] {
  return [...new Map(slots.map((slot) => [`${slot.day} ${slot.from}`, slot])).values()]
}

function sampleSlots(pool: Pick<PoolRules, 'open'>, { windows }: TenantRules): readonly SampleSlot[] {
  const length = windows?.horizon === 'nextMonth' ? 28 : 7
  const days = Array.from({ length }, (_, index) => addDays(firstMonday, index))
  return days
    .filter((day) => pool.open.days.includes(weekdayOf(day)))
    .flatMap((day) => pool.open.slots.map(([from]) => ({ day, from })))
}

function momentOf(when: When, slot: SampleSlot, { windows }: TenantRules): number {
  if (windows === null || 'hoursBefore' in when) return onTheSlotsOwn(when, slot)
  const countFrom = windows.horizon === 'nextIsoWeek' ? mondayOf(slot.day) : `${slot.day.slice(0, 7)}-01`
  return businessMoment(when, countFrom)
}

function onTheSlotsOwn(when: When, { day, from }: SampleSlot): number {
  if ('hoursBefore' in when) return minuteOf(day, from) - when.hoursBefore * 60
  return businessMoment(when, day)
}

function businessMoment(
  { businessDaysBefore, at }: Exclude<When, { hoursBefore: number }>,
  from: LocalDay,
): number {
  let day = from
  for (let left = businessDaysBefore; left > 0; ) {
    day = addDays(day, -1)
    if (weekdayOf(day) <= 5) left -= 1
  }
  return minuteOf(day, at)
}

function minuteOf(day: LocalDay, time: LocalTime): number {
  return Date.parse(`${day}T00:00:00Z`) / 60_000 + minutesOf(time)
}

function sayWhen(when: When): string {
  if ('hoursBefore' in when) return `${when.hoursBefore} hours before`
  return `${when.businessDaysBefore} business days before at ${when.at}`
}
