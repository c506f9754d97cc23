import type { Highs } from 'highs'
import { splitBlocks } from './block.ts'
import type { Block } from './block.ts'
import { openCompletions } from './completions.ts'
import type { Completions, Interval } from './completions.ts'
import { findPrimary } from './find-primary.ts'
import { byName } from './linked-tables.ts'
import type { LinkedTables } from './linked-tables.ts'
import { noHints } from './walk-moves.ts'
import type { Hints } from './walk-moves.ts'
import { protectBlock } from './protect-block.ts'

/** What may be shown of linked tables, before anybody asks how much the hidden cells still say. */
export type Decision =
  | {
      readonly released: true
      readonly published: ReadonlyMap<string, number>
      readonly primary: readonly string[]
      readonly secondary: readonly string[]
      /** Cells shown with the value, and the date, of their last publication. */
      readonly republished: ReadonlyMap<string, number>
      readonly blocks: readonly BlockLog[]
    }
  | { readonly released: false; readonly infeasible: readonly string[] }

/** How one block of linked tables was settled. */
export interface BlockLog {
  readonly cells: number
  readonly primary: number
  readonly secondary: number
  /** How many patterns were attacked before one held. */
  readonly attacks: number
  readonly optimal: boolean
}

/** Every list and map is sorted by name, so equal tables give equal bytes. */
export type Release =
  | (Extract<Decision, { readonly released: true }> & {
      /** For each hidden cell, all that a reader can conclude about it. */
      readonly intervals: ReadonlyMap<string, Interval>
    })
  | { readonly released: false; readonly infeasible: readonly string[] }

/**
 * Decides what of linked tables may be published: fewest secondary cells, then fewest people in them, then first by name.
 * Refuses, with the cells that would be given away, when no choice is safe. Throws on sums that do not add up.
 */
export function decideRelease(highs: Highs, tables: LinkedTables, hints: Hints = noHints): Decision {
  const primary = findPrimary(tables)
  const secondary = new Set<string>()
  const infeasible: string[] = []
  const blocks: BlockLog[] = []
  for (const block of splitBlocks(tables, primary)) {
    const name = (cell: number): string => block.names[cell] ?? ''
    const protection = protectBlock(highs, block, hints)
    if (!protection.protected) {
      infeasible.push(...protection.exposed.map(name))
      continue
    }
    for (const cell of protection.secondary) secondary.add(name(cell))
    if (block.primary.size === 0) continue
    const { attacks, optimal } = protection
    const sizes = {
      cells: block.names.length,
      primary: block.primary.size,
      secondary: protection.secondary.size,
    }
    blocks.push({ ...sizes, attacks, optimal })
  }
  if (infeasible.length > 0) return { released: false, infeasible: infeasible.sort(byName) }
  const isHidden = (name: string): boolean => primary.has(name) || secondary.has(name)
  const isOurs = (name: string): boolean => !tables.latent.has(name) && !tables.known.has(name)
  const republished = findRepublished(tables, isHidden)
  const published = [...tables.cells].filter(
    ([name]) => isOurs(name) && !isHidden(name) && !republished.has(name),
  )
  return {
    released: true,
    published: sorted(published),
    primary: [...primary].sort(byName),
    secondary: [...secondary].sort(byName),
    republished: sorted(republished),
    blocks,
  }
}

/** Decides, and measures exactly what the hidden cells still say. */
export function releaseTables(highs: Highs, tables: LinkedTables): Release {
  const decision = decideRelease(highs, tables)
  if (!decision.released) return decision
  const intervals = new Map<string, Interval>()
  for (const block of splitBlocks(tables, new Set(decision.primary))) {
    const isHidden = new Set([...decision.primary, ...decision.secondary])
    const hidden = new Set([...block.names.keys()].filter((cell) => isHidden.has(block.names[cell] ?? '')))
    for (const [cell, interval] of measure(highs, block, hidden))
      intervals.set(block.names[cell] ?? '', interval)
  }
  return { ...decision, intervals: sorted(intervals) }
}

function measure(highs: Highs, block: Block, hidden: ReadonlySet<number>): ReadonlyMap<number, Interval> {
  if (hidden.size === 0) return new Map()
  const completions = openCompletions(highs, block)
  try {
    completions.hide(new Set([...hidden, ...block.latent]))
    return new Map([...hidden].map((cell) => [cell, intervalOf(completions, cell)]))
  } finally {
    completions.dispose()
  }
}

/** The exact interval of one hidden cell under the pattern the attack stands at. */
export function intervalOf(completions: Completions, cell: number): Interval {
  const min = completions.extreme(cell, 'least')
  if (min === null) throw new Error('A count has no lower limit.')
  return { min, max: completions.extreme(cell, 'most') }
}

/**
 * Hidden cells keep their last value and date. A part that did not move keeps its date too when another part of its breakdown is
 * held back: a breakdown is not read across two dates for nothing.
 */
function findRepublished(
  tables: LinkedTables,
  isHidden: (name: string) => boolean,
): ReadonlyMap<string, number> {
  const isHeld = (name: string): boolean => isHidden(name) && tables.previous.has(name)
  const still = new Set(
    tables.sums
      .filter(({ parts }) => parts.some(isHeld))
      .flatMap(({ parts }) => parts.filter((part) => tables.previous.get(part) === tables.cells.get(part))),
  )
  return new Map([...tables.previous].filter(([name]) => isHidden(name) || still.has(name)))
}

/** The same entries in the order of their names. */
export function sorted<Value>(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  return new Map([...entries].sort(([one], [other]) => byName(one, other)))
}
