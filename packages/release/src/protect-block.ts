import type { Highs } from 'highs'
import type { Block } from './block.ts'
import { openCompletions } from './completions.ts'
import type { Completions } from './completions.ts'
import { companyClauses, findNarrowCells, findSmallGroups, isSafe, isWide } from './find-weaknesses.ts'
import type { Pattern, Weakness } from './find-weaknesses.ts'
import { cheapestMove } from './cheapest-move.ts'
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

/** How many times a large block is proposed anew before the last proposal is mended instead. */
const proposals = 5

function protectClosely(
  highs: Highs,
  block: Block,
  candidates: readonly number[],
  completions: Completions,
  hints: Hints,
): Protection {
  const clauses = [...companyClauses(block, candidates)]
  const people = (cell: number): number => block.values[cell] ?? 0
  const toll = tollOf(block, candidates)
  const everybody = 1 + total(candidates, people)
  const price = (cell: number): number => toll(cell) + people(cell) / everybody
  let chosen = new Set<number>()
  for (let attacks = 1; ; attacks += 1) {
    if (attacks <= proposals) {
      const choice = chooseClosely(highs, candidates, clauses, price)
      if (!choice.found) return { protected: false, exposed: exposedCells(block, candidates, completions) }
      chosen = new Set(choice.hidden)
    }
    const weaknesses = attack(block, { candidates, chosen }, completions, hints)
    if (weaknesses.length === 0) {
      const thinned =
        attacks < proposals ? chosen : thin(block, candidates, chosen, price, completions, hints)
      return { protected: true, secondary: thinned, optimal: false, attacks }
    }
    clauses.push(...weaknesses.map(({ clause }) => clause))
    if (attacks < proposals) continue
    const added = weaknesses.flatMap((weakness) => mend(highs, block, candidates, chosen, price, weakness))
    if (added.length === 0) return { protected: false, exposed: exposedCells(block, candidates, completions) }
    for (const cell of added) chosen.add(cell)
  }
}

/** Publishes again, dearest first, what a mended pattern can do without; left out where each attempt would be dear. */
function thin(
  block: Block,
  candidates: readonly number[],
  chosen: ReadonlySet<number>,
  price: (cell: number) => number,
  completions: Completions,
  hints: Hints,
): ReadonlySet<number> {
  if (block.latent.size > 0) return chosen
  let kept = chosen
  for (const cell of [...chosen].sort((one, other) => price(other) - price(one))) {
    const fewer = new Set([...kept].filter((each) => each !== cell))
    if (isSafe(block, { candidates, chosen: fewer }, completions, hints)) kept = fewer
  }
  return kept
}

/** What to hide besides, for one weakness of a pattern: the cheapest move that would give a cell its doubt, or all that might help. */
function mend(
  highs: Highs,
  block: Block,
  candidates: readonly number[],
  chosen: ReadonlySet<number>,
  price: (cell: number) => number,
  { reason, cells, clause }: Weakness,
): readonly number[] {
  const [cell] = cells
  const open = new Set(candidates)
  const isHidden = (each: number): boolean =>
    block.primary.has(each) || block.latent.has(each) || chosen.has(each)
  const isNarrow = reason === 'narrow-primary' || reason === 'fixed-secondary'
  const need = reason === 'narrow-primary' ? block.threshold - 1 : 1
  const move =
    isNarrow && cell !== undefined
      ? cheapestMove(highs, block, isHidden, (each) => (open.has(each) ? price(each) : undefined), {
          cell,
          need,
        })
      : undefined
  return move === undefined || move.length === 0 ? clause.anyOf : move
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
