import { englishWords } from './english-words.ts'
import { italianWords } from './italian-words.ts'
import { atomsOf } from './predicate-parts.ts'
import type { Anchor, Component, RulesLanguage, RulesWords, SectionName } from './rules-words.ts'
import type { Bundle, PoolRules, Priority, RuleId, TenantRules } from './tenant-rules.ts'

/** A part of the explanation: a heading and whole sentences, in the order a reader needs them. */
export interface RulesSection {
  readonly title: string
  readonly sentences: readonly string[]
}

/**
 * A town's rules in plain words, from the very data that decides (knowability of the criteria: L. 241/1990, art. 12;
 * Cons. Stato VI, 8472/2019). Labels that the town wrote stay in its own language; `poolNames` are the names it gives its services.
 */
export function explainRules(
  rules: TenantRules,
  language: RulesLanguage,
  poolNames: Readonly<Record<RuleId, string>> = {},
): readonly RulesSection[] {
  const plain = language === 'it' ? italianWords : englishWords
  const words: RulesWords = {
    ...plain,
    poolTitle: (kind, id, isAlone) => poolNames[id] ?? plain.poolTitle(kind, id, isAlone),
  }
  const section = (name: SectionName, sentences: readonly string[]): readonly RulesSection[] =>
    sentences.length === 0 ? [] : [{ title: words.title[name], sentences }]
  // Where nothing is given out, queues and absences would be told of nothing.
  if (Object.keys(rules.pools).length === 0)
    return [...section('basis', basis(rules, words)), ...section('review', words.review(rules.review))]
  return [
    ...section('basis', basis(rules, words)),
    ...Object.entries(rules.pools).map(([id, pool]) => poolSection(id, pool, rules, words)),
    ...section(
      'together',
      Object.values(rules.bundles).map((bundle) => together(bundle, rules, words)),
    ),
    ...section('order', order(rules, words)),
    ...section('draw', draw(rules, words)),
    ...section('firstCome', [
      words.firstCome(rules.fcfs, anchorOf(rules), {
        afterDraw: rules.windows !== null,
        hasReserves: Object.values(rules.pools).some(({ reserves: all }) => all.some(({ size }) => size > 0)),
      }),
    ]),
    ...section('limits', limits(rules, words)),
    ...section('agreements', agreements(rules, words)),
    ...section('waiting', words.waitingList(rules.waitlist)),
    ...section('absences', words.absences(rules.attendance)),
    ...section('review', words.review(rules.review)),
  ]
}

function basis(rules: TenantRules, words: RulesWords): readonly string[] {
  return [
    words.version(rules.version, rules.effectiveFrom),
    ...rules.legalBasis.map(({ act, url }) => words.act(act, url)),
    words.holidays(rules.holidays ?? []),
  ]
}

function poolSection(id: RuleId, pool: PoolRules, rules: TenantRules, words: RulesWords): RulesSection {
  const isEverybody = 'always' in pool.eligibility
  const { group, household, bufferMinutes } = pool
  return {
    title: poolTitle(id, rules, words),
    sentences: [
      words.capacity(pool.kind, pool.capacity),
      words.hours(pool.open),
      words.eligible(isEverybody ? undefined : words.whoever(rules, pool.eligibility)),
      ...reserves(pool, rules, words),
      ...(group === undefined ? [] : [words.group(group)]),
      ...(household === undefined ? [] : [words.household(household.together)]),
      ...(bufferMinutes === undefined || bufferMinutes === 0 ? [] : [words.buffer(bufferMinutes)]),
      ...(pool.priority === undefined ? [] : [words.ownOrder, ...standing(pool.priority, rules, words)]),
    ],
  }
}

function reserves(pool: PoolRules, rules: TenantRules, words: RulesWords): readonly string[] {
  const promised = pool.reserves.filter(({ size }) => size > 0)
  if (promised.length === 0) return []
  const reserved = promised.reduce((total, { size }) => total + size, 0)
  return [
    words.reservedShare(reserved, pool.capacity - reserved),
    ...promised.flatMap(({ size, when, mode, release }) => [
      words.reserve(size, words.whoever(rules, when)),
      mode === 'hard'
        ? words.neverReleased(size)
        : release === null
          ? words.neverHeld(size)
          : words.released(size, release),
    ]),
    ...(promised.length > 1 ? [words.oneReserveEach] : []),
    words.claiming,
    pool.precedence === 'reserveFirst' || pool.precedence.openFirst === 0
      ? words.floor
      : words.onTop(pool.precedence.openFirst),
  ]
}

function together({ required, addOn }: Bundle, rules: TenantRules, words: RulesWords): string {
  const components = (parts: Bundle['required']): readonly Component[] =>
    parts.map(({ pool, units }) => ({ units, kind: rules.pools[pool]?.kind ?? 'seats' }))
  return words.bundle(components(required), components(addOn))
}

function order(rules: TenantRules, words: RulesWords): readonly string[] {
  const { priority, windows, lottery } = rules
  const ordersListOnly = windows === null && lottery === null
  return [
    ...standing(priority, rules, words),
    ...(ordersListOnly && priority.recentUse !== null ? [words.recentUseListOnly] : []),
    ...(lottery === null ? [] : [words.ticket, words.ticketUnit(lottery.ticketUnit, lottery.scope)]),
  ]
}

function standing(priority: Priority, rules: TenantRules, words: RulesWords): readonly string[] {
  const tiers = priority.tiers.toSorted((left, right) => left.rank - right.rank)
  return [
    ...(tiers.length <= 1
      ? [words.sameForAll]
      : tiers.map(({ when }, position) =>
          words.tier(position + 1, 'always' in when && position > 0 ? undefined : words.whoever(rules, when)),
        )),
    ...priority.points.map(({ value, when }) => words.points(value, words.whoever(rules, when))),
    ...(priority.points.length > 0 ? [words.maxPoints(priority.maxPoints)] : []),
    ...(priority.recentUse === null ? [] : [words.recentUse(priority.recentUse.days)]),
  ]
}

function draw({ windows, lottery }: TenantRules, words: RulesWords): readonly string[] {
  if (windows === null) return [words.noDraw]
  return [
    words.window(windows),
    words.speedIsNoMerit,
    ...(lottery === null
      ? []
      : [words.randomness(lottery.source.chain), words.fallback(lottery.source.fallback)]),
  ]
}

function limits(rules: TenantRules, words: RulesWords): readonly string[] {
  if (rules.caps.length === 0) return []
  return [
    ...rules.caps.map((cap) =>
      words.cap(
        cap,
        cap.pools.map((pool) => poolTitle(pool, rules, words)),
      ),
    ),
    words.capsKeepRank,
  ]
}

/** Organisations that were promised something; one that is only named in the order of precedence has no agreement to tell. */
function agreements({ orgs, pools }: TenantRules, words: RulesWords): readonly string[] {
  const atoms = Object.values(pools).flatMap(({ reserves: all }) =>
    all.flatMap(({ when }) => [...atomsOf(when, '')]),
  )
  const promised = new Set(atoms.flatMap(({ atom }) => ('memberOf' in atom ? [atom.memberOf.org] : [])))
  return Object.entries(orgs).flatMap(([id, org]) => {
    if (org.ceiling === undefined) return promised.has(id) ? [words.agreement(org)] : []
    return [words.agreement(org), words.ceiling(org)]
  })
}

/** Two pools of one kind that the town has not named are told apart by their ids in the rules. */
function poolTitle(id: RuleId, { pools }: TenantRules, words: RulesWords): string {
  const kind = pools[id]?.kind ?? 'seats'
  const isAlone = Object.values(pools).filter((pool) => pool.kind === kind).length === 1
  return words.poolTitle(kind, id, isAlone)
}

function anchorOf({ windows }: TenantRules): Anchor {
  if (windows === null) return 'slot'
  return windows.horizon === 'nextIsoWeek' ? 'week' : 'month'
}
