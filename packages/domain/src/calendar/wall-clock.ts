import type { LocalTime } from '../rules/tenant-rules.ts'

/** Minutes after midnight of a wall-clock time; throws on a time that no clock shows. */
export function minutesOf(time: LocalTime): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (match === null) throw new RangeError(`Not a wall-clock time: ${time}`)
  return Number(match[1]) * 60 + Number(match[2])
}
