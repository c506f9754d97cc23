import type { FailedFact } from '../rules/predicate.ts'
import type { Priority } from '../rules/tenant-rules.ts'
import type { Counterfactual } from './allocation-case.ts'
import { compareStanding } from './standing.ts'
import type { Standing } from './standing.ts'

/** An age that would have been let in, where age alone kept the person out. */
export function ageCounterfactual({ ageAtLeast, ageBelow }: FailedFact): Counterfactual | null {
  if (ageAtLeast !== undefined) return { code: 'AGE_AT_LEAST', age: ageAtLeast }
  return ageBelow === undefined ? null : { code: 'AGE_BELOW', age: ageBelow }
}

/**
 * The smallest change of one fact that would have put the request before the last one let in as open: fewer recent uses,
 * else more points, else a better tier, else luck. Who stands before that one is let in, so the statement is true.
 */
export function standingCounterfactual(own: Standing, cutoff: Standing, priority: Priority): Counterfactual {
  const isBefore = (changed: Partial<Standing>): boolean =>
    compareStanding({ ...own, ...changed }, cutoff) < 0

  const recentUse = [cutoff.recentUse, cutoff.recentUse - 1].find(
    (uses) => uses >= 0 && uses < own.recentUse && isBefore({ recentUse: uses }),
  )
  if (recentUse !== undefined) return { code: 'RECENT_USE_AT_MOST', recentUse }

  const points = [cutoff.points, cutoff.points + 1].find(
    (more) => more > own.points && more <= priority.maxPoints && isBefore({ points: more }),
  )
  if (points !== undefined) return { code: 'POINTS_AT_LEAST', points }

  const tier = priority.tiers
    .map(({ rank }) => rank)
    .filter((rank) => (own.tier === null || rank < own.tier) && isBefore({ tier: rank }))
    .reduce<number | undefined>((best, rank) => (best === undefined || rank > best ? rank : best), undefined)
  return tier === undefined ? { code: 'TICKET_BEFORE_CUTOFF' } : { code: 'TIER_AT_MOST', tier }
}
