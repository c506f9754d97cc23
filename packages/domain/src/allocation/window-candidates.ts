import { findFailedFact } from '../rules/predicate.ts'
import type { PredicateContext } from '../rules/predicate.ts'
import type { PoolRules, Priority, TenantRules } from '../rules/tenant-rules.ts'
import { claimsOf } from './claims.ts'
import { compareText } from './compare-text.ts'
import type { Claims } from './reserve-matching.ts'
import { compareStanding, groupStanding, pointsOf, tierOf } from './standing.ts'
import type { Standing, StandingFacts } from './standing.ts'
import type { WindowPerson, WindowReason, WindowRequest } from './window-types.ts'

/** A request, or one child of it where a household asked for as many as possible, as it stands in the draw of its slot. */
export interface Candidate {
  readonly request: WindowRequest
  readonly members: readonly WindowPerson[]
  readonly units: readonly Claims[]
  readonly standing: Standing
}

export interface RefusedMember {
  readonly request: WindowRequest
  readonly member: WindowPerson
  readonly reason: WindowReason
}

export interface CandidateContext {
  readonly rules: TenantRules
  readonly pool: PoolRules
  readonly predicates: PredicateContext
  /** Uses of a person before this slot, the places won earlier in this window included (rule 11). */
  readonly recentUseOf: (member: WindowPerson) => number
}

/**
 * The candidates of a slot, best first, and who is not eligible. A group with a member who is not is out whole; of a
 * household the children who are not are left out first, and do not block the others (rule 28).
 */
export function candidatesOf(
  requests: readonly WindowRequest[],
  context: CandidateContext,
): { readonly candidates: readonly Candidate[]; readonly ineligible: readonly RefusedMember[] } {
  const ineligible: RefusedMember[] = []
  const candidates: Candidate[] = []
  for (const request of requests) {
    const eligible = eligibleMembers(request, context, ineligible)
    if (eligible.length === 0) continue
    const standing = standingOfMembers(request, eligible, context)
    // One after the other with the same standing: the eldest first, the rest at the head of their equals.
    const parts =
      context.pool.household?.together === 'asMany'
        ? eligible.toSorted(eldestFirst).map((member) => [member])
        : [eligible]
    for (const members of parts) {
      const units = members.map((member) => claimsOf(context.pool.reserves, member, context.predicates))
      candidates.push({ request, members, standing, units })
    }
  }
  return {
    // Stable, so that siblings stay in their order.
    candidates: candidates.sort((left, right) => compareStanding(left.standing, right.standing)),
    ineligible: ineligible.toSorted((left, right) => compareText(left.request.id, right.request.id)),
  }
}

function eligibleMembers(
  request: WindowRequest,
  { pool, predicates }: CandidateContext,
  ineligible: RefusedMember[],
): readonly WindowPerson[] {
  const failures: { readonly member: WindowPerson; readonly reason: WindowReason }[] = []
  for (const member of request.members) {
    const failed = findFailedFact(pool.eligibility, member, predicates)
    if (failed !== undefined) failures.push({ member, reason: { code: `NOT_ELIGIBLE(${failed.fact})` } })
  }
  const [first] = failures
  if (first === undefined) return request.members
  if (pool.household === undefined) {
    ineligible.push(...request.members.map((member) => ({ request, member, reason: first.reason })))
    return []
  }
  ineligible.push(...failures.map(({ member, reason }) => ({ request, member, reason })))
  return request.members.filter((member) => failures.every((failure) => failure.member !== member))
}

function standingOfMembers(
  { id, ticket: drawn }: WindowRequest,
  members: readonly WindowPerson[],
  { rules, pool, predicates, recentUseOf }: CandidateContext,
): Standing {
  const ticket = drawn ?? null
  const priority = pool.priority ?? rules.priority
  const [first] = members
  if (members.length === 1 && first !== undefined)
    return { id, ticket, ...memberStanding(first, priority, predicates, recentUseOf(first)) }
  const standings = members.map((member) => memberStanding(member, priority, predicates, recentUseOf(member)))
  return { id, ticket, ...groupStanding(standings) }
}

function memberStanding(
  member: WindowPerson,
  priority: Priority,
  predicates: PredicateContext,
  recentUse: number,
): Omit<StandingFacts, 'ticket'> {
  return {
    tier: tierOf(priority, member, predicates),
    points: pointsOf(priority, member, predicates),
    recentUse: priority.recentUse === null ? 0 : recentUse,
  }
}

/** Without a date of birth, after those who have one; the order of the request among equals. */
function eldestFirst(left: WindowPerson, right: WindowPerson): number {
  if (left.bornOn === right.bornOn) return 0
  if (left.bornOn === undefined) return 1
  return right.bornOn === undefined || left.bornOn < right.bornOn ? -1 : 1
}
