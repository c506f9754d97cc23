import type { BookingRefusal } from './booking-refusal.ts'

/**
 * Refusals that are a rule of the town and not a fact of the place or of the person: a manager may set them aside for one
 * booking, with a reason. How many places there are, whose they are and who may use them is never set aside, nor is what
 * is held for whoever has a right to it.
 */
export const townRules = [
  'not-yet-open',
  'booking-closed',
  'paused',
  'cap-reached',
] as const satisfies readonly BookingRefusal['reason'][]

export type TownRule = (typeof townRules)[number]

export function isTownRule(reason: string): reason is TownRule {
  return townRules.some((rule) => rule === reason)
}
