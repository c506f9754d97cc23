import { canonicalJson } from '@officine/domain/allocation/canonical-json'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import type { Highs } from 'highs'
import { findPrimary } from './find-primary.ts'
import { combinations, everyDimension, figureName, tablesOf } from './lattice.ts'
import { assertSnapshot, fewestContributors } from './lattice-snapshot.ts'
import type { DatedCount, LatticeSnapshot, TownGroup } from './lattice-snapshot.ts'
import { byName } from './linked-tables.ts'
import { exchangePeople } from './exchange-people.ts'
import { indicatorFigures, indicatorTables } from './indicator-tables.ts'
import { regionalTables, restOfRegion } from './regional-tables.ts'
import { decideRelease } from './release-tables.ts'
import type { BlockLog, Decision } from './release-tables.ts'
import { findSmallDifferences } from './small-differences.ts'
import { townTables } from './town-tables.ts'
import type { GroupKnowledge } from './town-tables.ts'

/** Changes whenever the same snapshot could be released differently. */
export const releaseRules = 'release-rules/1'

/** What was released, and what it takes to show later that it was released by these rules. */
export interface FreezeRecord {
  readonly quarter: string
  readonly rules: string
  readonly threshold: number
  readonly solver: string
  /** SHA-256 of what the gate saw. */
  readonly inputHash: string
  /** SHA-256 of what it let out. */
  readonly figuresHash: string
  readonly log: readonly {
    readonly tables: string
    readonly outcome: 'released' | 'withheld'
    readonly blocks: readonly BlockLog[]
  }[]
}

/** A quarter as the dashboard may show it; there is nothing else to look up. */
export interface ReleasedSnapshot {
  readonly figures: ReadonlyMap<string, DatedCount>
  /** Figures of the lattice that stay hidden: one symbol for all of them, whatever the reason. */
  readonly hidden: readonly string[]
  readonly record: FreezeRecord
}

/**
 * The gate over the frozen lattice: regional and provincial tables first, then the towns of each province against what these say.
 * What cannot be made safe keeps its last published value and date, or stays hidden. Throws on a snapshot that contradicts itself.
 */
export function releaseSnapshot(highs: Highs, snapshot: LatticeSnapshot): ReleasedSnapshot {
  assertSnapshot(snapshot)
  const figures = new Map<string, DatedCount>()
  const log: FreezeRecord['log'][number][] = []
  const settle = (tables: string, decision: Decision): void => {
    log.push({
      tables,
      outcome: decision.released ? 'released' : 'withheld',
      blocks: decision.released ? decision.blocks : [],
    })
    if (!decision.released) return
    for (const [name, count] of decision.published) figures.set(name, { count, asOf: snapshot.quarter })
  }

  const groups = townGroups(snapshot)
  const hasRegion =
    contributing(
      snapshot,
      snapshot.towns.map(({ name }) => name),
    ).length >= fewestContributors
  if (hasRegion) {
    const tables = regionalTables(snapshot, groups)
    settle('region', decideRelease(highs, { ...tables, keep: tables.keep.difference(findPrimary(tables)) }))
  }
  const isShown = (name: string): boolean => figures.has(name)
  for (const group of groups) {
    const knowledge = knowledgeOf(group, hasRegion, isShown)
    const hints = exchangePeople(group.towns, knowledge.offered)
    settle(group.name, decideRelease(highs, townTables(snapshot, knowledge), hints))
  }
  if (hasRegion) {
    for (const { codes, tables } of indicatorTables(snapshot)) settle(codes, decideRelease(highs, tables))
  }
  return freeze(highs, snapshot, groups, figures, log)
}

/** Provinces with enough contributing towns, and the towns of all the others together. */
function townGroups(snapshot: LatticeSnapshot): readonly TownGroup[] {
  const byProvince = Map.groupBy(snapshot.towns, ({ province }) => province)
  const groups: TownGroup[] = []
  const rest: string[] = []
  for (const [province, towns] of [...byProvince].sort(([one], [other]) => byName(one, other))) {
    const names = towns.map(({ name }) => name).sort(byName)
    if (contributing(snapshot, names).length >= fewestContributors)
      groups.push({ name: `province:${province}`, towns: names })
    else rest.push(...names)
  }
  return rest.length === 0 ? groups : [...groups, { name: restOfRegion, towns: rest.sort(byName) }]
}

function contributing(snapshot: LatticeSnapshot, towns: readonly string[]): readonly string[] {
  const active = new Set(snapshot.people.filter(({ count }) => count > 0).map(({ town }) => town))
  return towns.filter((town) => active.has(town))
}

function knowledgeOf(
  group: TownGroup,
  hasRegion: boolean,
  isShown: (name: string) => boolean,
): GroupKnowledge {
  const isOffered = (dimension: (typeof everyDimension)[number]): boolean =>
    combinations([dimension]).every((where) => isShown(figureName(group.name, where)))
  return { group, isKnown: hasRegion, offered: hasRegion ? everyDimension.filter(isOffered) : everyDimension }
}

/** Every figure that this quarter's lattice has a place for, shown or not. */
function latticeFigures(snapshot: LatticeSnapshot, groups: readonly TownGroup[]): ReadonlySet<string> {
  const places = [
    ['region', tablesOf.region] as const,
    ...groups
      .filter(({ name }) => name !== restOfRegion)
      .map(({ name }) => [name, tablesOf.province] as const),
    ...snapshot.towns.map(({ name }) => [`town:${name}`, tablesOf.town] as const),
  ]
  const named = places.flatMap(([place, tables]) =>
    tables.flatMap(combinations).map((where) => figureName(place, where)),
  )
  return new Set([
    ...named,
    ...snapshot.indicators.flatMap(({ members }) => members.flatMap(({ code }) => indicatorFigures(code))),
  ])
}

/** What the gate saw, in an order of its own: equal snapshots have equal hashes. */
function canonicalInput(snapshot: LatticeSnapshot): unknown {
  const { lastPublished, people, towns, indicators, foreign, ...rest } = snapshot
  const inOrder = <Value>(list: readonly Value[]): readonly string[] =>
    list.map((each) => canonicalJson(each)).sort(byName)
  return {
    ...rest,
    people: inOrder(people),
    towns: inOrder(towns),
    indicators: inOrder(indicators),
    foreign: inOrder(foreign),
    lastPublished: [...lastPublished].sort(([one], [other]) => byName(one, other)),
  }
}

function freeze(
  highs: Highs,
  snapshot: LatticeSnapshot,
  groups: readonly TownGroup[],
  decided: ReadonlyMap<string, DatedCount>,
  log: FreezeRecord['log'],
): ReleasedSnapshot {
  const offered = latticeFigures(snapshot, groups)
  const figures = new Map<string, DatedCount>()
  for (const name of [...offered].sort(byName)) {
    const shown = decided.get(name) ?? snapshot.lastPublished.get(name)
    if (shown !== undefined) figures.set(name, shown)
  }
  const small = findSmallDifferences(snapshot, groups, figures)
  if (small.length > 0) throw new Error(`The release would give away ${small.join(', ')}.`)
  const record = {
    quarter: snapshot.quarter,
    rules: releaseRules,
    threshold: snapshot.threshold,
    solver: `HiGHS ${highs.version.string}`,
    inputHash: hashOfJson(canonicalInput(snapshot)),
    figuresHash: hashOfJson([...figures].map(([name, { count, asOf }]) => ({ name, count, asOf }))),
    log,
  }
  return { figures, hidden: [...offered].filter((name) => !figures.has(name)).sort(byName), record }
}
