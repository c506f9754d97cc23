import type { PersonFacts } from '../rules/predicate.ts'
import type { Cap, RuleId, TenantRules } from '../rules/tenant-rules.ts'

/** One person of a request, with what their claims rest on and what they used before this window. */
export interface WindowPerson extends PersonFacts {
  readonly person: string
  readonly household?: string
  readonly recentUse?: number
}

/** A request for one slot of the window: one unit a member, the organiser first. `id` is its tag in the draw. */
export interface WindowRequest {
  readonly id: string
  readonly pool: RuleId
  readonly startsAt: Date
  readonly members: readonly WindowPerson[]
  readonly ticket?: string
  /** The organisation the request is made for: its ceiling and caps apply. */
  readonly org?: RuleId
  /** A bundle of the rules that contains the pool: its other required parts come with the place or nothing does. */
  readonly bundle?: RuleId
  /** Pools of the bundle's extras that are wanted if free. */
  readonly addOns?: readonly RuleId[]
  /** One occurrence of a series; with `all`, every occurrence or none. */
  readonly series?: { readonly id: string; readonly mode: 'all' | 'each' }
}

/** A pool during one slot of the window, with who is already in. */
export interface WindowSlot {
  readonly pool: RuleId
  readonly startsAt: Date
  readonly endsAt: Date
  readonly incumbents?: readonly (PersonFacts & { readonly org?: RuleId })[]
}

/** A unit that counts toward a cap: confirmed, offered, attended or missed (rule 21). */
export interface CountedUnit {
  readonly person: string
  readonly household?: string
  readonly org?: RuleId
  readonly pool: RuleId
  readonly startsAt: Date
  readonly endsAt: Date
}

export interface WindowInput {
  readonly rules: TenantRules
  readonly now: Date
  readonly slots: readonly WindowSlot[]
  readonly requests: readonly WindowRequest[]
  readonly counted: readonly CountedUnit[]
}

export type WindowReason =
  | { readonly code: 'CLOSED' | 'ORG_CEILING' | 'GROUP_DOES_NOT_FIT' | 'HELD_FOR_RESERVE' | 'BELOW_CUTOFF' }
  | { readonly code: `NOT_ELIGIBLE(${'age' | 'residence' | 'membership' | 'trait' | 'document'})` }
  | { readonly code: 'CAP_REACHED'; readonly per: Cap['per']; readonly limit: number }
  | { readonly code: 'BUNDLE_COMPONENT_FULL'; readonly pool: RuleId }
  /** Another occurrence of an all-or-none series was refused. */
  | { readonly code: 'SERIES_INCOMPLETE'; readonly series: string }

export interface WindowDecision {
  readonly id: string
  /** The members who got a place, with its label: all or none, except children of a household asked for as many as possible. */
  readonly admitted: readonly { readonly person: string; readonly label: string }[]
  readonly refused: readonly { readonly person: string; readonly reason: WindowReason }[]
  /** Extras that were free; the others wait for a place of their own. */
  readonly addOns: readonly RuleId[]
}

/** Decisions by slot in the order drawn, and within a slot best first; who is not eligible stands before, a series left out at the end. */
export interface WindowOutcome {
  readonly decisions: readonly WindowDecision[]
}
