import type { PersonFacts } from '../rules/predicate.ts'
import type { RuleId, TenantRules } from '../rules/tenant-rules.ts'
import type { StandingFacts } from './standing.ts'

/** A person of a request: facts, and the standing they were given where it is not computed from the rules. */
export interface CasePerson extends PersonFacts {
  readonly tier?: number
  readonly points?: number
  readonly recentUse?: number
}

/** A request for one place, for several `units` of which only the first carries the claims, or for a group of `members`. */
export interface CaseRequest extends CasePerson {
  readonly id: string
  readonly units?: number
  readonly members?: readonly CasePerson[]
  readonly ticket?: string
}

/** One decision on one slot, as a file: everything it depends on and nothing else. Instants are ISO 8601 with their offset. */
export interface AllocationCase {
  readonly phase: 'draw' | 'first-come' | 'promotion'
  readonly rules: TenantRules
  readonly pool: RuleId
  readonly slot: { readonly start: string; readonly end: string }
  /** Compared with the releases of reserves, and with nothing else. */
  readonly now: string
  /** The requests already stand in order; otherwise tier, points, recent use and ticket decide. */
  readonly ordered?: boolean
  readonly requests: readonly CaseRequest[]
  readonly incumbents?: readonly CaseRequest[]
}

export type AcceptedRequest =
  | { readonly id: string; readonly label: string }
  | { readonly id: string; readonly labels: readonly string[] }

export type ReasonCode =
  | 'CLOSED'
  | `NOT_ELIGIBLE(${'age' | 'residence' | 'membership' | 'trait' | 'document'})`
  | 'GROUP_DOES_NOT_FIT'
  | 'HELD_FOR_RESERVE'
  | 'BELOW_CUTOFF'
  | 'FULL'

/** What would have changed the answer, all else equal: a code with its numbers, never prose. `position` counts from 1. */
export type Counterfactual =
  | { readonly code: 'AGE_AT_LEAST' | 'AGE_BELOW'; readonly age: number }
  | { readonly code: 'RECENT_USE_AT_MOST'; readonly recentUse: number }
  | { readonly code: 'POINTS_AT_LEAST'; readonly points: number }
  | { readonly code: 'TIER_AT_MOST'; readonly tier: number }
  | { readonly code: 'TICKET_BEFORE_CUTOFF' }
  | { readonly code: 'POSITION_AT_MOST'; readonly position: number }
  | { readonly code: 'UNITS_AT_MOST'; readonly units: number }
  | { readonly code: 'WITH_RESERVE_CLAIM'; readonly units: number }

export interface WaitingRequest {
  readonly id: string
  readonly reason: ReasonCode
  /** The standing of the last one let in as open; null when nobody was. */
  readonly cutoff: StandingFacts | null
  readonly counterfactual: Counterfactual | null
}

/** `accepted` and `waiting` follow the order in which requests were looked at. */
export interface AllocationResult {
  readonly accepted: readonly AcceptedRequest[]
  readonly waiting: readonly WaitingRequest[]
  readonly rulesHash: string
  readonly inputsHash: string
}
