import type { Organisation, PoolRules, RuleId, TenantRules, When } from './tenant-rules.ts'

export type RulesLanguage = 'it' | 'en'

/** What a moment counts back from: the slot itself, or the first day of the week or month that is given out together; `same` when the sentence has just said it. */
export type Anchor = 'slot' | 'week' | 'month' | 'same'

export type SectionName =
  | 'basis'
  | 'together'
  | 'order'
  | 'draw'
  | 'firstCome'
  | 'limits'
  | 'agreements'
  | 'waiting'
  | 'absences'
  | 'review'

/** Everything a language must be able to say about a town's rules. Each function returns whole sentences or, where named so, a phrase within one. */
export interface RulesWords {
  readonly title: Readonly<Record<SectionName, string>>
  /** `isAlone`: no other pool is of this kind, so the kind is name enough. */
  readonly poolTitle: (kind: PoolRules['kind'], id: RuleId, isAlone: boolean) => string
  /** Phrase: the people for whom the conditions hold, as a subject. */
  readonly whoever: (rules: TenantRules, predicate: PoolRules['eligibility']) => string
  readonly version: (version: string, effectiveFrom: string) => string
  readonly act: (act: string, url: string | undefined) => string
  readonly capacity: (kind: PoolRules['kind'], capacity: number) => string
  readonly hours: (open: PoolRules['open']) => string
  readonly holidays: (own: readonly string[]) => string
  readonly eligible: (who: string | undefined) => string
  readonly reservedShare: (reserved: number, open: number) => string
  readonly reserve: (size: number, who: string) => string
  readonly released: (size: number, release: When) => string
  readonly neverHeld: (size: number) => string
  readonly neverReleased: (size: number) => string
  readonly oneReserveEach: string
  readonly claiming: string
  readonly floor: string
  readonly onTop: (openFirst: number) => string
  readonly group: (group: NonNullable<PoolRules['group']>) => string
  readonly household: (together: 'all' | 'asMany') => string
  readonly buffer: (minutes: number) => string
  readonly bundle: (required: readonly Component[], addOn: readonly Component[]) => string
  readonly sameForAll: string
  /** `who` is left out for those who come after everybody named. */
  readonly tier: (position: number, who: string | undefined) => string
  readonly points: (value: number, who: string) => string
  readonly maxPoints: (points: number) => string
  readonly recentUse: (days: number) => string
  readonly recentUseListOnly: string
  readonly ticket: string
  readonly ticketUnit: (unit: 'person' | 'household', scope: 'perSlot' | 'perWindow') => string
  readonly ownOrder: string
  readonly window: (windows: NonNullable<TenantRules['windows']>) => string
  readonly speedIsNoMerit: string
  readonly randomness: (chain: string) => string
  readonly fallback: (source: string) => string
  readonly noDraw: string
  readonly firstCome: (
    fcfs: TenantRules['fcfs'],
    anchor: Anchor,
    around: { readonly afterDraw: boolean; readonly hasReserves: boolean },
  ) => string
  readonly cap: (cap: TenantRules['caps'][number], pools: readonly string[]) => string
  readonly capsKeepRank: string
  readonly agreement: (org: Organisation) => string
  readonly ceiling: (org: Organisation) => string
  readonly waitingList: (waitlist: TenantRules['waitlist']) => readonly string[]
  readonly absences: (attendance: TenantRules['attendance']) => readonly string[]
  readonly review: (review: TenantRules['review']) => readonly string[]
}

/** A part of a booking made together: how many places of which kind. */
export interface Component {
  readonly units: number
  readonly kind: PoolRules['kind']
}
