import { enumerate } from './enumerate.ts'
import type { Predicate, RuleId, TenantRules } from './tenant-rules.ts'

/** The people for whom a condition holds, as part of a sentence: `people who are 16 or older`. */
export function englishWhoever(rules: TenantRules, predicate: Predicate): string {
  return 'always' in predicate ? 'anyone' : `people who ${clause(rules, predicate, false)}`
}

function clause(rules: TenantRules, predicate: Predicate, isDenied: boolean): string {
  const verb = (plain: string, denied: string) => (isDenied ? denied : plain)
  if ('not' in predicate) return clause(rules, predicate.not, !isDenied)
  if ('always' in predicate) return verb('are anyone at all', 'are nobody')
  if ('all' in predicate) return joined(rules, predicate.all, isDenied, isDenied ? 'or' : 'and')
  if ('any' in predicate && !isDenied && predicate.any.every(isMembership))
    return `belong to ${enumerate(
      predicate.any.map((part) => orgName(rules, part)),
      'or',
    )}`
  if ('any' in predicate) return joined(rules, predicate.any, isDenied, isDenied ? 'and' : 'or')
  if ('age' in predicate) return age(predicate.age, isDenied)
  if ('residence' in predicate)
    return `${verb('live', 'do not live')} ${places(rules, predicate.residence.in)}`
  if ('memberOf' in predicate) {
    return `${verb('belong', 'do not belong')} to ${orgName(rules, predicate)}`
  }
  if ('trait' in predicate) {
    const trait = rules.traits[predicate.trait]
    const said =
      trait?.evidence === 'verified'
        ? verb('have the verified', 'do not have the verified')
        : verb('declare the', 'do not declare the')
    return `${said} condition “${trait?.label ?? predicate.trait}”`
  }
  return `${verb('hold', 'do not hold')} the voucher “${predicate.voucher}”`
}

// A condition within a condition stands in brackets: without them "and" and "or" would say another rule.
function joined(rules: TenantRules, parts: readonly Predicate[], isDenied: boolean, word: string): string {
  return parts
    .map((part) => {
      const text = clause(rules, part, isDenied)
      return parts.length > 1 && isCompound(part) ? `(${text})` : text
    })
    .join(` ${word} `)
}

function isCompound(predicate: Predicate): boolean {
  if ('not' in predicate) return isCompound(predicate.not)
  return 'all' in predicate || 'any' in predicate
}

type Membership = Extract<Predicate, { readonly memberOf: unknown }>

function isMembership(predicate: Predicate): predicate is Membership {
  return 'memberOf' in predicate
}

function orgName({ orgs }: TenantRules, { memberOf: { org } }: Membership): string {
  return `“${orgs[org]?.label ?? org}”`
}

function age({ gte, lt }: { readonly gte?: number; readonly lt?: number }, isDenied: boolean): string {
  if (gte !== undefined && lt !== undefined)
    return isDenied ? `are under ${gte}, or ${lt} or older` : `are ${gte} or older and under ${lt}`
  if (lt !== undefined) return isDenied ? `are ${lt} or older` : `are under ${lt}`
  if (gte !== undefined) return isDenied ? `are under ${gte}` : `are ${gte} or older`
  return isDenied ? 'have no known date of birth' : 'have a known date of birth'
}

function places(rules: TenantRules, residences: readonly RuleId[]): string {
  return enumerate(
    residences.map((place) => (place === rules.tenant ? 'in the municipality' : `in “${place}”`)),
    'or',
  )
}
