import { enumerate } from './enumerate.ts'
import type { Predicate, RuleId, TenantRules } from './tenant-rules.ts'

/** The people for whom a condition holds, as the subject of a sentence: `chi ha compiuto 16 anni`. */
export function italianWhoever(rules: TenantRules, predicate: Predicate): string {
  return 'always' in predicate ? 'chiunque' : `chi ${clause(rules, predicate, false)}`
}

function clause(rules: TenantRules, predicate: Predicate, isDenied: boolean): string {
  const no = isDenied ? 'non ' : ''
  if ('not' in predicate) return clause(rules, predicate.not, !isDenied)
  if ('always' in predicate) return isDenied ? 'non è nessuno' : 'è chiunque'
  if ('all' in predicate) return joined(rules, predicate.all, isDenied, isDenied ? 'oppure' : 'e')
  if ('any' in predicate && !isDenied && predicate.any.every(isMembership))
    return `appartiene a ${enumerate(
      predicate.any.map((part) => orgName(rules, part)),
      'o',
    )}`
  if ('any' in predicate) return joined(rules, predicate.any, isDenied, isDenied ? 'e' : 'oppure')
  if ('age' in predicate) return age(predicate.age, isDenied)
  if ('residence' in predicate) return `${no}risiede ${places(rules, predicate.residence.in)}`
  if ('memberOf' in predicate) {
    return `${no}appartiene a ${orgName(rules, predicate)}`
  }
  if ('trait' in predicate) {
    const trait = rules.traits[predicate.trait]
    const verb = trait?.evidence === 'verified' ? 'ha fatto verificare' : 'dichiara'
    return `${no}${verb} la condizione «${trait?.label ?? predicate.trait}»`
  }
  return `${no}ha il buono «${predicate.voucher}»`
}

// A condition within a condition stands in brackets: without them "e" and "oppure" would say another rule.
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
  return `«${orgs[org]?.label ?? org}»`
}

function age({ gte, lt }: { readonly gte?: number; readonly lt?: number }, isDenied: boolean): string {
  if (gte !== undefined && lt !== undefined)
    return isDenied
      ? `non ha ancora compiuto ${gte} anni o ne ha già compiuti ${lt}`
      : `ha compiuto ${gte} anni e non ancora ${lt}`
  if (lt !== undefined) return isDenied ? `ha già compiuto ${lt} anni` : `non ha ancora compiuto ${lt} anni`
  if (gte !== undefined) return isDenied ? `non ha ancora compiuto ${gte} anni` : `ha compiuto ${gte} anni`
  return isDenied ? 'non ha una data di nascita nota' : 'ha una data di nascita nota'
}

function places(rules: TenantRules, residences: readonly RuleId[]): string {
  const names = residences.map((place) => (place === rules.tenant ? 'nel territorio' : `a «${place}»`))
  return enumerate(names, 'o')
}
