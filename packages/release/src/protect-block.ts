import type { Highs } from 'highs'
import type { Block } from './block.ts'
import { openCompletions } from './completions.ts'
import type { Completions } from './completions.ts'
import { companyClauses, findNarrowCells, findSmallGroups, isWide } from './find-weaknesses.ts'
import type { Pattern, Weakness } from './find-weaknesses.ts'
import { chooseClosely } from './choose-closely.ts'
import { chooseExactly } from './choose-exactly.ts'
import type { Hints } from './walk-moves.ts'
import type { Limit } from './choose-exactly.ts'

/** With more candidates, or in a large block, the exact search gives way to one with a gap: good, safe, not proven the cheapest. */
const exactCandidates = 120

export type Protection =
  | {
      readonly protected: true
      readonly secondary: ReadonlySet<number>
      /** Whether no safe pattern is cheaper: fewest cells, then fewest people in them, then first by name. */
      readonly optimal: boolean
      /** How many patterns were attacked before one held. */
      readonly attacks: number
    }
  | { readonly protected: false; readonly exposed: readonly number[] }

/**
 * Chooses the secondary suppressions of one block: propose the cheapest pattern, attack it, demand what the attack found wanting, and again
 * until nothing is found. Every pattern it returns has been attacked.
 */
export function protectBlock(highs: Highs, block: Block, hints: Hints): Protection {
  const kept = [...block.primary].filter((cell) => block.kept.has(cell))
  if (kept.length > 0) return { protected: false, exposed: kept }
  if (block.primary.size === 0) return { protected: true, secondary: new Set(), optimal: true, attacks: 0 }
  const settled = [block.primary, block.kept, block.known, block.latent]
  const candidates = [...block.names.keys()].filter((cell) => settled.every((cells) => !cells.has(cell)))
  const completions = openCompletions(highs, block)
  try {
    return completions.isSmall && candidates.length <= exactCandidates
      ? protectExactly(block, candidates, completions, hints)
      : protectClosely(highs, block, candidates, completions, hints)
  } finally {
    completions.dispose()
  }
}

function protectExactly(
  block: Block,
  candidates: readonly number[],
  completions: Completions,
  hints: Hints,
): Protection {
  const clauses = [...companyClauses(block, candidates)]
  const fixed = new Map<number, boolean>()
  const limits: Limit[] = []
  let attacks = 0
  let optimal = true

  /** The cheapest pattern that survives the attack, or nothing if the clauses exclude every pattern. */
  function cheapestSafe(cost: (cell: number) => number): ReadonlySet<number> | undefined {
    // Clauses only accumulate, so what was cheapest once is a floor for ever.
    let floor = 0
    for (;;) {
      const choice = chooseExactly({ candidates, clauses, fixed, cost, limits, floor })
      optimal &&= choice.proven
      if (!choice.found) return undefined
      if (choice.proven) floor = choice.cost
      attacks += 1
      const weaknesses = attack(block, { candidates, chosen: choice.hidden }, completions, hints)
      if (weaknesses.length === 0) return choice.hidden
      clauses.push(...weaknesses.map(({ clause }) => clause))
    }
  }

  const people = (cell: number): number => block.values[cell] ?? 0
  const toll = tollOf(block, candidates)
  const fewest = cheapestSafe(toll)
  if (fewest === undefined) return { protected: false, exposed: exposedCells(block, candidates, completions) }
  limits.push({ weight: toll, most: total(fewest, toll) }, { weight: people, most: total(fewest, people) })
  let secondary = cheapestSafe(people) ?? fewest
  limits.push({ weight: people, most: total(secondary, people) })
  // Of the patterns that cost the same, the one whose names come first: each name in order, in if it can be.
  for (const candidate of candidates) {
    fixed.set(candidate, true)
    const better = secondary.has(candidate) ? secondary : cheapestSafe(() => 0)
    if (better !== undefined) secondary = better
    fixed.set(candidate, better !== undefined)
  }
  return { protected: true, secondary, optimal, attacks }
}

function protectClosely(
  highs: Highs,
  block: Block,
  candidates: readonly number[],
  completions: Completions,
  hints: Hints,
): Protection {
  const clauses = [...companyClauses(block, candidates)]
  const people = (cell: number): number => block.values[cell] ?? 0
  const everybody = 1 + total(candidates, people)
  const toll = tollOf(block, candidates)
  for (let attacks = 1; ; attacks += 1) {
    const choice = chooseClosely(highs, candidates, clauses, (cell) => toll(cell) + people(cell) / everybody)
    if (!choice.found) return { protected: false, exposed: exposedCells(block, candidates, completions) }
    const weaknesses = attack(block, { candidates, chosen: choice.hidden }, completions, hints)
    if (weaknesses.length === 0) return { protected: true, secondary: choice.hidden, optimal: false, attacks }
    clauses.push(...weaknesses.map(({ clause }) => clause))
  }
}

/** What hiding a cell costs before people are counted. */
function tollOf(block: Block, candidates: readonly number[]): (cell: number) => number {
  return (cell) => (block.reluctant.has(cell) ? candidates.length : 1)
}

function total(cells: Iterable<number>, weight: (cell: number) => number): number {
  return [...cells].reduce((sum, cell) => sum + weight(cell), 0)
}

function attack(block: Block, pattern: Pattern, completions: Completions, hints: Hints): readonly Weakness[] {
  return [...findSmallGroups(block, pattern), ...findNarrowCells(block, pattern, completions, hints)]
}

/** What even hiding everything that may be hidden gives away. */
function exposedCells(
  block: Block,
  candidates: readonly number[],
  completions: Completions,
): readonly number[] {
  completions.hide(new Set([...block.primary, ...block.latent, ...candidates]))
  const doubtful = new Set(candidates.filter((cell) => isWide(completions, cell, 1)))
  const narrow = [...block.primary].filter((cell) => !isWide(completions, cell, block.threshold - 1))
  const groups: readonly Weakness[] = findSmallGroups(block, { candidates: [...doubtful], chosen: doubtful })
  const exposed = new Set([
    ...narrow,
    ...groups.flatMap(({ cells }) => cells).filter((cell) => block.primary.has(cell)),
  ])
  return exposed.size > 0 ? [...exposed] : [...block.primary]
}
