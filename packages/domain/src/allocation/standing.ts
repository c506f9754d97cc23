import { holds } from '../rules/predicate.ts'
import type { PersonFacts, PredicateContext } from '../rules/predicate.ts'
import type { Priority } from '../rules/tenant-rules.ts'
import { compareText } from './compare-text.ts'

/** Where a request stands before anybody's luck: facts a person can be told. `tier` null: no tier of the rules admits them, after all that do. */
export interface StandingFacts {
  readonly tier: number | null
  readonly points: number
  readonly recentUse: number
  /** Lower-case hexadecimal; null when none was drawn, after all that were. */
  readonly ticket: string | null
}

/** `id` is the request's tag: it settles equal tickets, and only those. */
export interface Standing extends StandingFacts {
  readonly id: string
}

/** The order π, best first: tier, points, fewest recent uses, ticket, tag (rule 10). Never arrival, surname or place in the database. */
export function compareStanding(left: Standing, right: Standing): number {
  return (
    compareNullLast(left.tier, right.tier) ||
    right.points - left.points ||
    left.recentUse - right.recentUse ||
    compareTickets(left.ticket, right.ticket) ||
    compareText(left.id, right.id)
  )
}

function compareNullLast(left: number | null, right: number | null): number {
  if (left === right) return 0
  if (left === null) return 1
  return right === null ? -1 : left - right
}

function compareTickets(left: string | null, right: string | null): number {
  if (left === right) return 0
  if (left === null) return 1
  return right === null ? -1 : compareText(left, right)
}

/** The best tier whose condition holds; null when none does. */
export function tierOf(priority: Priority, facts: PersonFacts, context: PredicateContext): number | null {
  let best: number | null = null
  for (const { rank, when } of priority.tiers)
    if ((best === null || rank < best) && holds(when, facts, context)) best = rank
  return best
}

/** Points of every condition that holds, summed and clipped; a rule may only add. */
export function pointsOf(priority: Priority, facts: PersonFacts, context: PredicateContext): number {
  let points = 0
  for (const { value, when } of priority.points) if (holds(when, facts, context)) points += value
  return Math.min(points, priority.maxPoints)
}

/** A group stands as its worst member does: last tier, floor of the mean of the points, most recent uses (rule 26). */
export function groupStanding(
  members: readonly Omit<StandingFacts, 'ticket'>[],
): Omit<StandingFacts, 'ticket'> {
  const tiers = members.map(({ tier }) => tier)
  const points = members.reduce((total, member) => total + member.points, 0)
  return {
    tier: tiers.reduce((worst, tier) => (compareNullLast(worst, tier) >= 0 ? worst : tier)),
    points: Math.floor(points / members.length),
    recentUse: Math.max(...members.map(({ recentUse }) => recentUse)),
  }
}
