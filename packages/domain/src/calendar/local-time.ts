import type { LocalDay, LocalTime } from '../rules/tenant-rules.ts'
import { dayOfUtc, utcMidnight } from './local-day.ts'
import { minutesOf } from './wall-clock.ts'
import { romeOffsetAt, romeOffsetChanges } from './rome-offset.ts'

const hour = 3_600_000

/**
 * The instant at which Rome's clocks show that time on that day. A time skipped in spring moves forward to the first
 * instant that exists; one shown twice in autumn means the first (rule 3).
 */
export function instantOf(day: LocalDay, time: LocalTime): Date {
  const wall = utcMidnight(day) + minutesOf(time) * 60_000
  const before = romeOffsetAt(wall - 24 * hour)
  const after = romeOffsetAt(wall + 24 * hour)
  if (before === after) return new Date(wall - before)
  // The larger offset gives the earlier instant, hence the first of two when both are shown.
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)]
  const shown = candidates.find((instant) => instant + romeOffsetAt(instant) === wall)
  return new Date(shown ?? changeBetween(candidates))
}

/** The calendar day in Rome at that instant. */
export function localDayOf(instant: Date): LocalDay {
  return dayOfUtc(wallClockOf(instant))
}

/** The wall-clock time in Rome at that instant, seconds left out. */
export function localTimeOf(instant: Date): LocalTime {
  return new Date(wallClockOf(instant)).toISOString().slice(11, 16) as LocalTime // HH:MM stands in these five places
}

/** What Rome's clocks show, as the milliseconds that UTC's would have to stand at to show the same. */
function wallClockOf(instant: Date): number {
  return instant.getTime() + romeOffsetAt(instant.getTime())
}

function changeBetween(candidates: readonly number[]): number {
  const from = Math.min(...candidates)
  const to = Math.max(...candidates)
  const change = romeOffsetChanges(new Date(from).getUTCFullYear()).find((at) => at >= from && at <= to)
  if (change === undefined)
    throw new RangeError('A wall-clock time is skipped although the offset does not change')
  return change
}
