import { ageOn } from '../calendar/age.ts'
import type { LocalDay, Organisation, Predicate, RuleId } from './tenant-rules.ts'

/** What is known of a person for a rule: claimed and valid traits, and the facts their claims rest on. A fact left out is not known. */
export interface PersonFacts {
  readonly traits?: readonly RuleId[]
  readonly bornOn?: LocalDay
  readonly residence?: RuleId
  readonly memberOf?: readonly RuleId[]
  readonly vouchers?: readonly RuleId[]
}

/** Facts hold as of the slot's own day in Rome (rule 8); an agreement that ended before it makes nobody a member. */
export interface PredicateContext {
  readonly slotDay: LocalDay
  readonly orgs: Readonly<Record<RuleId, Pick<Organisation, 'agreementUntil'>>>
}

/** Whether the condition holds. A missing fact makes its atom false, and the `not` of it true. */
export function holds(predicate: Predicate, facts: PersonFacts, context: PredicateContext): boolean {
  if ('all' in predicate) return predicate.all.every((part) => holds(part, facts, context))
  if ('any' in predicate) return predicate.any.some((part) => holds(part, facts, context))
  if ('not' in predicate) return !holds(predicate.not, facts, context)
  if ('always' in predicate) return true
  if ('trait' in predicate) return facts.traits?.includes(predicate.trait) ?? false
  if ('age' in predicate) return isOfAge(predicate.age, facts.bornOn, context.slotDay)
  if ('residence' in predicate)
    return facts.residence !== undefined && predicate.residence.in.includes(facts.residence)
  if ('memberOf' in predicate) return isMember(predicate.memberOf.org, facts, context)
  return facts.vouchers?.includes(predicate.voucher) ?? false
}

export type EligibilityFact = 'age' | 'residence' | 'membership' | 'trait' | 'document'

/** The fact that made a condition fail, with the age it asked for when that alone would have been enough. */
export interface FailedFact {
  readonly fact: EligibilityFact
  readonly ageAtLeast?: number
  readonly ageBelow?: number
}

/** The first fact, in the order the rule is written, that keeps a person out; undefined when the condition holds. */
export function findFailedFact(
  predicate: Predicate,
  facts: PersonFacts,
  context: PredicateContext,
): FailedFact | undefined {
  if (holds(predicate, facts, context)) return undefined
  return firstFailing(predicate, facts, context)
}

function firstFailing(predicate: Predicate, facts: PersonFacts, context: PredicateContext): FailedFact {
  if ('all' in predicate) {
    const failing = predicate.all.filter((part) => !holds(part, facts, context))
    const [first] = failing
    if (first === undefined) return { fact: 'document' }
    const failed = firstFailing(first, facts, context)
    return failing.length === 1 ? failed : { fact: failed.fact }
  }
  if ('any' in predicate) {
    const [first] = predicate.any
    return first === undefined ? { fact: 'document' } : firstFailing(first, facts, context)
  }
  if ('not' in predicate) return { fact: factOf(predicate.not) }
  if ('age' in predicate) return failedAge(predicate.age, facts.bornOn, context.slotDay)
  return { fact: factOf(predicate) }
}

function failedAge(
  { gte, lt }: { readonly gte?: number; readonly lt?: number },
  bornOn: LocalDay | undefined,
  slotDay: LocalDay,
): FailedFact {
  if (bornOn === undefined) return { fact: 'age' }
  const age = ageOn(bornOn, slotDay)
  if (gte !== undefined && age < gte) return { fact: 'age', ageAtLeast: gte }
  return lt === undefined ? { fact: 'age' } : { fact: 'age', ageBelow: lt }
}

function factOf(predicate: Predicate): EligibilityFact {
  if ('age' in predicate) return 'age'
  if ('residence' in predicate) return 'residence'
  if ('memberOf' in predicate) return 'membership'
  if ('trait' in predicate) return 'trait'
  if ('not' in predicate) return factOf(predicate.not)
  const [first] = 'all' in predicate ? predicate.all : 'any' in predicate ? predicate.any : []
  return first === undefined ? 'document' : factOf(first)
}

function isOfAge(
  { gte, lt }: { readonly gte?: number; readonly lt?: number },
  bornOn: LocalDay | undefined,
  slotDay: LocalDay,
): boolean {
  if (bornOn === undefined) return false
  const age = ageOn(bornOn, slotDay)
  return (gte === undefined || age >= gte) && (lt === undefined || age < lt)
}

function isMember(org: RuleId, facts: PersonFacts, { orgs, slotDay }: PredicateContext): boolean {
  if (facts.memberOf === undefined || !facts.memberOf.includes(org)) return false
  const agreement = Object.hasOwn(orgs, org) ? orgs[org] : undefined
  return agreement !== undefined && slotDay <= agreement.agreementUntil
}
