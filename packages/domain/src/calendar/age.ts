import type { LocalDay } from '../rules/tenant-rules.ts'

/** Completed years on a day: the birthday counts from its midnight, one born on 29 February completes years on 1 March (rule 9). */
export function ageOn(bornOn: LocalDay, on: LocalDay): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}
