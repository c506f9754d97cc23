/**
 * The rule language of a town: how its scarce places are given out, as data that can be hashed, published and replayed.
 * Field names are frozen: files written by others against the published format must keep working.
 * Rule numbers in comments are those of the allocation rules, kept with the project under docs/rules.md.
 */

export type RuleId = string
/** Local wall-clock time, `HH:MM`, in the rules' time zone. */
export type LocalTime = `${number}:${number}`
/** A calendar day, `YYYY-MM-DD`. */
export type LocalDay = string

/** `businessDaysBefore` is wall clock on the n-th open day before; `hoursBefore` is elapsed time (rule 2). */
export type When =
  | { readonly businessDaysBefore: number; readonly at: LocalTime }
  | { readonly hoursBefore: number }

export type Predicate =
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate }
  | { readonly always: true }
  | { readonly age: { readonly gte?: number; readonly lt?: number; readonly at: 'slotStart' } }
  | { readonly residence: { readonly in: readonly RuleId[] } }
  | { readonly memberOf: { readonly org: RuleId } }
  | { readonly trait: RuleId }
  | { readonly voucher: RuleId }

/** A trait is a dated yes/no attestation; the reason behind it is never stored. */
export interface Trait {
  readonly label: string
  readonly evidence: 'selfDeclared' | 'verified'
  readonly sensitive: boolean
  readonly validMonths: number
}

export interface Reserve {
  readonly id: RuleId
  readonly size: number
  readonly when: Predicate
  readonly mode: 'soft' | 'hard'
  readonly release: When | null
}

export interface Priority {
  readonly tiers: readonly { readonly rank: number; readonly when: Predicate }[]
  readonly points: readonly { readonly when: Predicate; readonly value: number }[]
  readonly maxPoints: number
  readonly recentUse: { readonly days: number; readonly countNoShow: true } | null
  readonly tieBreak: 'ticket'
}

export interface PoolRules {
  readonly kind: 'seats' | 'room' | 'care' | 'pet' | 'workshop' | 'desk' | 'equipment'
  readonly capacity: number
  /** ISO weekdays, Monday 1 … Sunday 7; a slot is one cell of the grid, in local time. */
  readonly open: {
    readonly days: readonly number[]
    readonly slots: readonly (readonly [LocalTime, LocalTime])[]
  }
  readonly eligibility: Predicate
  readonly reserves: readonly Reserve[]
  readonly precedence: 'reserveFirst' | { readonly openFirst: number }
  readonly group?: { readonly max: number; readonly adjacency: 'none' | 'preferred' | 'required' }
  readonly household?: { readonly together: 'all' | 'asMany' }
  readonly bufferMinutes?: number
  /** Overrides the town's priority for this pool. */
  readonly priority?: Priority
}

export interface Bundle {
  readonly required: readonly { readonly pool: RuleId; readonly units: number }[]
  readonly addOn: readonly { readonly pool: RuleId; readonly units: number }[]
  readonly samePeriod: true
}

export interface Organisation {
  readonly label: string
  readonly agreementUntil: LocalDay
  readonly ceiling?: { readonly concurrent?: number; readonly perIsoWeek?: number }
  readonly spill: 'asIndividual' | 'none'
}

export interface Cap {
  readonly who: 'person' | 'household' | 'org'
  readonly pools: readonly RuleId[]
  readonly per: 'day' | 'isoWeek' | 'month'
  readonly max: number
  readonly unit: 'slots' | 'minutes'
}

export interface TenantRules {
  readonly schema: 'cw-rules/1'
  readonly tenant: RuleId
  readonly version: string
  readonly effectiveFrom: LocalDay
  readonly timezone: 'Europe/Rome'
  readonly legalBasis: readonly { readonly act: string; readonly url?: string }[]
  readonly traits: Readonly<Record<RuleId, Trait>>
  readonly pools: Readonly<Record<RuleId, PoolRules>>
  readonly bundles: Readonly<Record<RuleId, Bundle>>
  readonly orgs: Readonly<Record<RuleId, Organisation>>
  readonly priority: Priority
  readonly caps: readonly Cap[]
  readonly lottery: {
    readonly ticketUnit: 'person' | 'household'
    readonly scope: 'perSlot' | 'perWindow'
    readonly source: { readonly kind: 'drand'; readonly chain: string; readonly fallback: string }
  } | null
  /** `null`: first come, first served only. */
  readonly windows: {
    readonly opens: When
    readonly closes: When
    readonly draw: When
    readonly horizon: 'nextIsoWeek' | 'nextMonth'
  } | null
  readonly fcfs: { readonly opens: When; readonly closes: When }
  readonly waitlist: {
    readonly max: number
    readonly autoConfirmUntilHours: number
    readonly offerReplyHours: number
    readonly stopHours: number
    readonly quiet: readonly [LocalTime, LocalTime]
  }
  readonly attendance: {
    readonly graceMinutes: number
    readonly lateCancelHours: number
    readonly strikes: number
    readonly strikeDays: number
    readonly pauseDays: number
    readonly excuseDays: number
    readonly safeguard: 'humanReview'
  }
  readonly overbook: 0
  readonly review: { readonly channel: string; readonly days: number }
  /** Days added to the national holidays: patron saint, local closures. */
  readonly holidays?: readonly LocalDay[]
}
