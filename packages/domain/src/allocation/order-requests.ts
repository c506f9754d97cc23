import type { PredicateContext } from '../rules/predicate.ts'
import type { Priority } from '../rules/tenant-rules.ts'
import type { CasePerson, CaseRequest } from './allocation-case.ts'
import { compareStanding, groupStanding, pointsOf, tierOf } from './standing.ts'
import type { Standing, StandingFacts } from './standing.ts'

/** The standing of a request: what it was given wins, what it was not is computed from the priority of the pool. */
export function standingOf(request: CaseRequest, priority: Priority, context: PredicateContext): Standing {
  const { id, members, tier, points, recentUse, ticket = null } = request
  const computed =
    members === undefined
      ? personStanding(request, priority, context)
      : groupStanding(members.map((member) => personStanding(member, priority, context)))
  return {
    id,
    ticket,
    tier: tier ?? computed.tier,
    points: points ?? computed.points,
    recentUse: recentUse ?? computed.recentUse,
  }
}

function personStanding(
  person: CasePerson,
  priority: Priority,
  context: PredicateContext,
): Omit<StandingFacts, 'ticket'> {
  return {
    tier: person.tier ?? tierOf(priority, person, context),
    points: person.points ?? pointsOf(priority, person, context),
    recentUse: person.recentUse ?? 0,
  }
}

/** Whether the order of a list of requests is itself an input: always first come, otherwise only when the case says so. */
export function keepsFileOrder({
  phase,
  ordered,
}: {
  readonly phase: 'draw' | 'first-come' | 'promotion'
  readonly ordered?: boolean
}): boolean {
  return phase === 'first-come' || ordered === true
}

/** Best first, in the order π. */
export function inStandingOrder<One extends { readonly standing: Standing }>(
  all: readonly One[],
): readonly One[] {
  return all.toSorted((left, right) => compareStanding(left.standing, right.standing))
}
