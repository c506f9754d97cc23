import { ageOn } from '../calendar/age.ts'
import type { PersonFacts } from '../rules/predicate.ts'
import type { LocalDay, TenantRules } from '../rules/tenant-rules.ts'
import type { AssignableUnit, TakenUnit } from './assign-units.ts'
import type { CountedBooking } from './count-caps.ts'
import { decideTogether } from './decide-together.ts'
import type { CompanionFacts, CountedCompanion, TogetherDecision, TogetherFacts } from './decide-together.ts'

/** What a decision looked at besides the rules, as it is stored and hashed: enough to decide again, and nobody in it. */
export type DecisionInputs = Omit<TogetherFacts, 'rules' | 'pool' | 'companions'> & {
  readonly companions: readonly Omit<CompanionFacts, 'pool'>[]
  readonly now: Date
}

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

/** What to store of a decision's facts: field by field, since what they were read with may say more of people than a rule asks. */
export function decisionInputs(facts: TogetherFacts, now: Date): DecisionInputs {
  const { poolSlug, period, person, personId, own, absences, units, held, blocked } = facts
  const { wantedUnitId, needsUnit, people, setAside = [] } = facts
  const seen = (each: PersonFacts) => asRulesSee(each, period.day)
  return {
    poolSlug,
    period,
    personId,
    person: seen(person),
    own: own.map(countedOf),
    ...(absences !== undefined && {
      absences: { missedOn: absences.missedOn, isSafeguarded: absences.isSafeguarded },
    }),
    units: units.map(unitOf),
    held: held.map(({ holder, placeId, isMovable, ...place }) => ({
      ...takenOf(place),
      ...(placeId !== undefined && { placeId }),
      ...(isMovable !== undefined && { isMovable }),
      holder: seen(holder),
    })),
    ...(blocked !== undefined && { blocked: blocked.map(takenOf) }),
    ...(wantedUnitId !== undefined && { wantedUnitId }),
    ...(needsUnit !== undefined && { needsUnit }),
    ...(people !== undefined && { people }),
    ...(setAside.length > 0 && { setAside: [...setAside] }),
    companions: facts.companions.map(({ pool: _pool, guest, ...companion }) => ({
      ...companion,
      units: companion.units.map(unitOf),
      held: companion.held.map(takenOf),
      blocked: companion.blocked.map(takenOf),
      guest: seen(guest),
    })),
    household: facts.household.map(countedCompanionOf),
    now,
  }
}

/** Decides again what was stored as JSON, under the rules of its version. Throws when those rules have no such pool. */
export function replayDecision(stored: unknown, rules: TenantRules): TogetherDecision {
  const { now, ...inputs } = withInstants(stored) as DecisionInputs // written by `decisionInputs`, and hashed so that nobody changed it
  const poolOf = (slug: string) => {
    const pool = rules.pools[slug]
    if (pool === undefined) throw new Error(`The rules have no pool ${slug}`)
    return pool
  }
  const companions = inputs.companions.map((companion) => ({
    ...companion,
    cells: companion.cells, // absent from JSON when it was not open
    pool: poolOf(companion.slug),
  }))
  return decideTogether({ ...inputs, companions, rules, pool: poolOf(inputs.poolSlug) }, now)
}

function unitOf({ unitId, number, isAccessible }: AssignableUnit): AssignableUnit {
  return { unitId, number, isAccessible }
}

function takenOf({ unitId, startsAt, endsAt }: TakenUnit): TakenUnit {
  return { unitId, startsAt, endsAt }
}

function countedOf({
  bookingId,
  pool,
  day,
  startsAt,
  endsAt,
  slots,
  isOver,
}: CountedBooking): CountedBooking {
  return { bookingId, pool, day, startsAt, endsAt, slots, ...(isOver !== undefined && { isOver }) }
}

function countedCompanionOf({ personId, dependantId, ...booking }: CountedCompanion): CountedCompanion {
  return { ...countedOf(booking), personId, ...(dependantId !== undefined && { dependantId }) }
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
