import { ageOn } from '../calendar/age.ts'
import type { PersonFacts } from '../rules/predicate.ts'
import type { LocalDay, TenantRules } from '../rules/tenant-rules.ts'
import { decideBooking } from './decide-booking.ts'
import type { BookingDecision, BookingFacts } from './decide-booking.ts'

/** What a decision looked at besides the rules, as it is stored and hashed: enough to decide again, and nobody in it. */
export type DecisionInputs = Omit<BookingFacts, 'rules' | 'pool'> & { readonly now: Date }

/**
 * A person as the rules see them on a day, without their birthday: of a date of birth the rules ask the age on that day alone,
 * so any birthday that gives the same age gives the same decision. Whoever is erased later leaves this, and it names nobody.
 */
export function asRulesSee(person: PersonFacts, day: LocalDay): PersonFacts {
  if (person.bornOn === undefined) return person
  const year = Number(day.slice(0, 4)) - ageOn(person.bornOn, day)
  // 29 February is a birthday only in its own years: who turns so many years then has done so the day before, too.
  const monthDay = day.slice(5) === '02-29' ? '02-28' : day.slice(5)
  return { ...person, bornOn: `${year}-${monthDay}` }
}

/** What to store of a decision's facts. The facts of persons must have gone through `asRulesSee`. */
export function decisionInputs(
  { rules: _rules, pool: _pool, ...facts }: BookingFacts,
  now: Date,
): DecisionInputs {
  const units = facts.units.map(({ unitId, number, isAccessible }) => ({ unitId, number, isAccessible }))
  return { ...facts, units, now }
}

/** Decides again what was stored as JSON, under the rules of its version. Throws when those rules have no such pool. */
export function replayDecision(stored: unknown, rules: TenantRules): BookingDecision {
  const { now, ...inputs } = withInstants(stored) as DecisionInputs // written by `decisionInputs`, and hashed so that nobody changed it
  const pool = rules.pools[inputs.poolSlug]
  if (pool === undefined) throw new Error(`The rules have no pool ${inputs.poolSlug}`)
  return decideBooking({ ...inputs, rules, pool }, now)
}

/** JSON keeps instants as text; those that end in `At`, and `now`, are told by their names. */
function withInstants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withInstants)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => {
    const isInstant = typeof member === 'string' && (name === 'now' || name.endsWith('At'))
    return [name, isInstant ? new Date(member) : withInstants(member)]
  })
  return Object.fromEntries(members)
}
