import { atomsOf } from './predicate-parts.ts'
import type { Fault } from './shape.ts'
import type { Predicate, Priority, RuleId, TenantRules } from './tenant-rules.ts'

/** What the parts of a complete rules file may not say to each other (rule 6): places promised twice, names nobody declares. */
export function* consistencyFaults(rules: TenantRules): Generator<Fault> {
  for (const [id, pool] of Object.entries(rules.pools)) yield* poolFaults(id, pool)
  for (const { predicate, path } of predicatesOf(rules)) yield* unknownNames(rules, predicate, path)
  for (const [id, bundle] of Object.entries(rules.bundles)) {
    for (const part of ['required', 'addOn'] as const)
      yield* unknownPools(
        rules,
        bundle[part].map(({ pool }) => pool),
        (position) => `bundles.${id}.${part}[${position}].pool`,
      )
  }
  for (const [index, cap] of rules.caps.entries())
    yield* unknownPools(rules, cap.pools, (position) => `caps[${index}].pools[${position}]`)
}

function* poolFaults(id: RuleId, pool: TenantRules['pools'][RuleId]): Generator<Fault> {
  const path = `pools.${id}`
  const reserved = pool.reserves.reduce((total, { size }) => total + size, 0)
  if (reserved > pool.capacity) {
    yield {
      path: `${path}.reserves`,
      found: `${reserved} places reserved`,
      allowed: `at most the capacity, ${pool.capacity}`,
    }
  } else if (pool.precedence !== 'reserveFirst' && pool.precedence.openFirst > pool.capacity - reserved) {
    yield {
      path: `${path}.precedence.openFirst`,
      found: String(pool.precedence.openFirst),
      allowed: `at most the places without a reserve, ${pool.capacity - reserved}`,
    }
  }
  const seen = new Set<RuleId>(['OPEN']) // the label of the places without a reserve
  for (const [position, reserve] of pool.reserves.entries()) {
    if (seen.has(reserve.id))
      yield {
        path: `${path}.reserves[${position}].id`,
        found: JSON.stringify(reserve.id),
        allowed: 'an id of its own, other than OPEN',
      }
    seen.add(reserve.id)
    if (reserve.mode === 'hard' && reserve.release !== null)
      yield {
        path: `${path}.reserves[${position}].release`,
        found: 'a release',
        allowed: 'null: a hard reserve is never released',
      }
  }
  for (const [position, [from, to]] of pool.open.slots.entries())
    if (from >= to)
      yield {
        path: `${path}.open.slots[${position}]`,
        found: `${from}–${to}`,
        allowed: 'an end after the beginning, on the same day',
      }
}

function* predicatesOf(rules: TenantRules): Generator<{ predicate: Predicate; path: string }> {
  for (const [id, pool] of Object.entries(rules.pools)) {
    yield { predicate: pool.eligibility, path: `pools.${id}.eligibility` }
    for (const [position, reserve] of pool.reserves.entries())
      yield { predicate: reserve.when, path: `pools.${id}.reserves[${position}].when` }
    if (pool.priority !== undefined) yield* predicatesOfPriority(pool.priority, `pools.${id}.priority`)
  }
  yield* predicatesOfPriority(rules.priority, 'priority')
}

function* predicatesOfPriority(
  priority: Priority,
  path: string,
): Generator<{ predicate: Predicate; path: string }> {
  for (const part of ['tiers', 'points'] as const)
    for (const [position, { when }] of priority[part].entries())
      yield { predicate: when, path: `${path}.${part}[${position}].when` }
}

function* unknownNames(rules: TenantRules, predicate: Predicate, path: string): Generator<Fault> {
  for (const { atom, path: at } of atomsOf(predicate, path)) {
    if ('trait' in atom && !Object.hasOwn(rules.traits, atom.trait))
      yield unknown(`${at}.trait`, atom.trait, 'a trait', rules.traits)
    if ('memberOf' in atom && !Object.hasOwn(rules.orgs, atom.memberOf.org))
      yield unknown(`${at}.memberOf.org`, atom.memberOf.org, 'an organisation', rules.orgs)
    if ('age' in atom) {
      const { gte, lt } = atom.age
      if (gte !== undefined && lt !== undefined && gte >= lt)
        yield {
          path: `${at}.age`,
          found: `from ${gte} to below ${lt}`,
          allowed: 'ages that somebody can have',
        }
    }
  }
}

function* unknownPools(
  rules: TenantRules,
  pools: readonly RuleId[],
  pathOf: (position: number) => string,
): Generator<Fault> {
  for (const [position, pool] of pools.entries())
    if (!Object.hasOwn(rules.pools, pool)) yield unknown(pathOf(position), pool, 'a pool', rules.pools)
}

function unknown(
  path: string,
  found: string,
  what: string,
  declared: Readonly<Record<string, unknown>>,
): Fault {
  const names = Object.keys(declared)
  const allowed =
    names.length === 0
      ? `${what}, of which the rules declare none`
      : `${what} of the rules: ${names.join(', ')}`
  return { path, found: JSON.stringify(found), allowed }
}
