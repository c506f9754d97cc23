import { members } from './block.ts'
import type { Block, BlockSum } from './block.ts'
import type { Completions } from './completions.ts'
import { walksOf } from './walk-moves.ts'
import type { Hints } from './walk-moves.ts'
import type { Clause } from './clause.ts'
import { isPublishable } from './find-primary.ts'

/** Why a pattern may not be released: the cell or the group it gives away, and what any safe pattern must satisfy instead. */
export interface Weakness {
  readonly reason: 'narrow-primary' | 'fixed-secondary' | 'small-group' | 'paired-singletons'
  readonly cells: readonly number[]
  readonly clause: Clause
}

/** What is hidden in a block: the primary and latent cells always, and the candidates chosen so far. */
export interface Pattern {
  readonly candidates: readonly number[]
  readonly chosen: ReadonlySet<number>
}

/** The hidden parts under a published total are known together, so together they must be publishable; and so must their increments. */
export function findSmallGroups(block: Block, { candidates, chosen }: Pattern): readonly Weakness[] {
  const open = new Set(candidates)
  const isHidden = (cell: number): boolean => block.primary.has(cell) || chosen.has(cell)
  const weaknesses: Weakness[] = []
  for (const sum of block.sums) {
    if (sum.latent) continue
    const hidden = members(sum).filter(isHidden)
    if (!isHidden(sum.total) && !isGroupPublishable(block, sum, hidden)) {
      const wide = sum.parts.filter((part) => !isHidden(part) && open.has(part) && isLarge(block, sum, part))
      const cover = open.has(sum.total) ? [sum.total, ...wide] : wide
      weaknesses.push({ reason: 'small-group', cells: hidden, clause: { anyOf: cover } })
    }
    if (block.guardSingletons && hidden.length === 2 && hidden.every((cell) => block.values[cell] === 1)) {
      const others = members(sum).filter((cell) => !isHidden(cell) && open.has(cell))
      weaknesses.push({ reason: 'paired-singletons', cells: hidden, clause: { anyOf: others } })
    }
  }
  return weaknesses
}

function isGroupPublishable(block: Block, sum: BlockSum, hidden: readonly number[]): boolean {
  const people = total(hidden.map((cell) => block.values[cell] ?? 0))
  const moved = total(hidden.map((cell) => block.moved[cell] ?? 0))
  return isPublishable(people, block.threshold) && (!sum.dated || isPublishable(moved, block.threshold))
}

function isLarge(block: Block, sum: BlockSum, part: number): boolean {
  const size = sum.dated ? Math.abs(block.moved[part] ?? 0) : (block.values[part] ?? 0)
  return size >= block.threshold
}

/**
 * Attacks the pattern: primary cells that can be told within fewer than `threshold` counts, secondary cells that can be told exactly.
 * Each clause's cells are then taken as hidden, so that the clauses of one attack are about different gaps.
 */
export function findNarrowCells(
  block: Block,
  pattern: Pattern,
  completions: Completions,
  hints: Hints,
): readonly Weakness[] {
  const { candidates, chosen } = pattern
  const hidden = startAttack(block, pattern, completions, hints)
  const weaknesses: Weakness[] = []
  // In a large block questions are dear: once the pattern has failed, only those that bounds answer, the next pattern faces the rest.
  const isGap = (cell: number, need: number): boolean =>
    completions.isSmall || weaknesses.length === 0
      ? !isWide(completions, cell, need)
      : completions.isSurelyNarrow(cell, need)
  for (const [cells, need, reason] of [
    [block.primary, block.threshold - 1, 'narrow-primary'],
    [chosen, 1, 'fixed-secondary'],
  ] as const) {
    for (const cell of cells) {
      while (isGap(cell, need)) {
        const open = candidates.filter((candidate) => !hidden.has(candidate))
        const decisive = findDecisive(block, hidden, open, completions, { cell, need })
        const clause = reason === 'fixed-secondary' ? { anyOf: decisive, unless: cell } : { anyOf: decisive }
        weaknesses.push({ reason, cells: [cell], clause })
        if (decisive.length === 0) return weaknesses
        for (const candidate of decisive) hidden.add(candidate)
        completions.hide(hidden)
        if (!completions.isSmall) break
      }
    }
  }
  return weaknesses
}

/** Hides what the pattern hides, and proves what can be proved of many cells at once. */
function startAttack(block: Block, { chosen }: Pattern, completions: Completions, hints: Hints): Set<number> {
  const hidden = new Set([...block.primary, ...block.latent, ...chosen])
  completions.hide(hidden)
  const needs = [
    ...[...block.primary].map((cell) => [cell, block.threshold - 1] as const),
    ...[...chosen].map((cell) => [cell, 1] as const),
  ]
  proveTogether(block, hidden, completions, new Map(needs), hints)
  return hidden
}

/** Whether a pattern survives the attack; sooner answered than what it lacks. */
export function isSafe(block: Block, pattern: Pattern, completions: Completions, hints: Hints): boolean {
  if (findSmallGroups(block, pattern).length > 0) return false
  startAttack(block, pattern, completions, hints)
  return (
    [...block.primary].every((cell) => isWide(completions, cell, block.threshold - 1)) &&
    [...pattern.chosen].every((cell) => isWide(completions, cell, 1))
  )
}

/** Whether the attack leaves a cell at least `need` counts of doubt; what bounds show comes before what must be enumerated. */
export function isWide(completions: Completions, cell: number, need: number): boolean {
  const isProven = (): boolean => completions.seen(cell) >= need
  if (isProven()) return true
  if (completions.isSurelyNarrow(cell, need)) return false
  return (
    isProven() ||
    completions.extreme(cell, 'most') === null ||
    isProven() ||
    (completions.extreme(cell, 'least'), isProven())
  )
}

/** In a large block, first whatever proves many cells cheaply: proposed walks, then pushing all cells in doubt together. */
function proveTogether(
  block: Block,
  hidden: ReadonlySet<number>,
  completions: Completions,
  needs: ReadonlyMap<number, number>,
  hints: Hints,
): void {
  if (completions.isSmall) return
  const walk = walksOf(block, hidden, hints)
  for (const [cell, need] of needs) {
    for (const direction of ['most', 'least'] as const) {
      if (completions.seen(cell) < need) completions.offer(walk(cell, direction, need))
    }
  }
  const index = new Map(block.names.map((name, position) => [name, position]))
  const isHidden = (name: string): boolean => hidden.has(index.get(name) ?? -1)
  for (const [cell, need] of needs) {
    const among = new Set(
      hints.around(block.names[cell] ?? '', isHidden).map((name) => index.get(name) ?? -1),
    )
    for (const direction of ['most', 'least'] as const) {
      if (among.size > 0 && completions.seen(cell) < need)
        completions.push([cell], direction, { reach: need, among, whole: true })
    }
  }
  const reach = Math.max(...needs.values())
  for (let before = Infinity; ; ) {
    const open = [...needs].flatMap(([cell, need]) => (completions.seen(cell) < need ? [cell] : []))
    if (open.length === 0 || open.length >= before) return
    before = open.length
    for (const direction of ['most', 'least'] as const)
      completions.push(open, direction, { reach, whole: false })
  }
}

/**
 * Hides as many candidates as possible while the cell stays narrow: a safe pattern must hide one of those that remain. By linear
 * duality a candidate without slope changes nothing, which spares most of the attempts; Fischetti and Salazar-González (2001).
 */
function findDecisive(
  block: Block,
  hidden: ReadonlySet<number>,
  open: readonly number[],
  completions: Completions,
  { cell, need }: { readonly cell: number; readonly need: number },
): readonly number[] {
  const grown = new Set(hidden)
  const decisive: number[] = []
  let untried = absorb(block, grown, open, completions, cell, need)
  // Trying the rest one by one would sharpen the clause, at two more solves each.
  if (!completions.isSmall) return untried
  for (let next = untried[0]; next !== undefined; next = untried[0]) {
    const rest = untried.slice(1)
    completions.hide(new Set([...grown, next]))
    if (completions.isSurelyNarrow(cell, need)) {
      grown.add(next)
      untried = absorb(block, grown, rest, completions, cell, need)
    } else {
      decisive.push(next)
      untried = rest
    }
  }
  return decisive
}

/** Adds to `grown` the candidates that the relaxed bound on the cell does not depend on; returns the others. */
function absorb(
  block: Block,
  grown: Set<number>,
  open: readonly number[],
  completions: Completions,
  cell: number,
  need: number,
): readonly number[] {
  const slopes = completions.narrowSlopes(cell, need)
  if (slopes === undefined) return open
  const isIdle = (candidate: number): boolean =>
    slopes.every((each) => contribution(block, each[candidate] ?? 0, candidate) === 0)
  for (const candidate of open) if (isIdle(candidate)) grown.add(candidate)
  return open.filter((candidate) => !grown.has(candidate))
}

const negligible = 1e-7

/** How far hiding a cell can move the bound: down to its floor if the slope is positive, without limit if it is negative. */
function contribution(block: Block, slope: number, cell: number): number {
  if (slope > negligible) return slope * ((block.values[cell] ?? 0) - (block.floors[cell] ?? 0))
  return slope < -negligible ? Infinity : 0
}

/** Before any attack: a hidden cell alone in a sum is what the others leave. */
export function companyClauses(block: Block, candidates: readonly number[]): readonly Clause[] {
  const open = new Set(candidates)
  const isAlways = (cell: number): boolean => block.primary.has(cell) || block.latent.has(cell)
  return block.sums.flatMap((sum) => {
    const always = members(sum).filter(isAlways)
    const free = members(sum).filter((cell) => open.has(cell))
    if (always.length > 1) return []
    if (always.length === 1) return block.threshold > 1 ? [{ anyOf: free }] : []
    return free.map((cell) => ({ anyOf: free.filter((other) => other !== cell), unless: cell }))
  })
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
