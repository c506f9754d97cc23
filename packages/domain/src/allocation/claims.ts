import { holds } from '../rules/predicate.ts'
import type { PersonFacts, PredicateContext } from '../rules/predicate.ts'
import type { Reserve } from '../rules/tenant-rules.ts'
import type { Claims } from './reserve-matching.ts'

/** The reserves a person may count toward, among the traits they chose to claim (rule 13). */
export function claimsOf(
  reserves: readonly Reserve[],
  facts: PersonFacts,
  context: PredicateContext,
): Claims {
  if (reserves.length === 0) return []
  const claims: number[] = []
  for (const [position, { when }] of reserves.entries())
    if (holds(when, facts, context)) claims.push(position)
  return claims
}
