import type { BlockSum } from './block.ts'
import { kernelLattice } from './kernel-lattice.ts'
import { narrowBox, sumsByCell } from './narrow-box.ts'
import type { Box } from './narrow-box.ts'

export type TableSearch =
  | { readonly outcome: 'found'; readonly table: Float64Array }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'too-long' }

export interface TableQuestion {
  readonly sums: readonly BlockSum[]
  /** Where the table must lie. */
  readonly box: Box
  /** Some table in which the sums hold; it may lie outside the box. */
  readonly base: Float64Array
  /** The cell whose extreme is asked for: among the tables in the box, the one found is extreme in this cell. */
  readonly cell: number
  readonly direction: 'least' | 'most'
  /** Where to look first. It changes how long the search takes, not what it finds. */
  readonly guide: Float64Array
  /** How many counts to try before giving up. */
  readonly nodes: number
}

/**
 * Enumerates the integer tables of a box: the freedom that the sums leave is a lattice, often of very few dimensions, and each
 * dimension is settled by one cell, in steps, under interval propagation.
 */
export function findTable(question: TableQuestion): TableSearch {
  const { sums, base, cell, direction, guide } = question
  const size = base.length
  const touching = sumsByCell(sums, size)
  const whole: Box = { least: question.box.least.slice(), most: question.box.most.slice() }
  if (!narrowBox(sums, touching, whole, sums.keys())) return { outcome: 'none' }
  const width = (each: number): number => at(whole.most, each) - at(whole.least, each)
  const others = [...base.keys()]
    .filter((each) => each !== cell)
    .sort((one, other) => width(one) - width(other))
  const isFree = (each: number): boolean => at(question.box.least, each) < at(question.box.most, each)
  const lattice = kernelLattice(sums, (each) => each === cell || isFree(each), [cell, ...others])
  let left = question.nodes

  function settle(depth: number, table: Float64Array, box: Box): TableSearch {
    const move = lattice.moves[depth]
    const pivot = lattice.pivots[depth]
    if (move === undefined || pivot === undefined)
      return isInside(table, box) ? { outcome: 'found', table } : { outcome: 'none' }
    const step = Math.abs(move[pivot] ?? 0)
    const sign = Math.sign(move[pivot] ?? 0)
    for (const value of stepsWithin(at(table, pivot), step, box, pivot)) {
      if (left === 0) return { outcome: 'too-long' }
      left -= 1
      const next: Box = { least: box.least.slice(), most: box.most.slice() }
      next.least[pivot] = value
      next.most[pivot] = value
      if (!narrowBox(sums, touching, next, touching[pivot] ?? [])) continue
      const times = (sign * (value - at(table, pivot))) / step
      const moved = table.map((count, each) => count + times * (move[each] ?? 0))
      const search = settle(depth + 1, moved, next)
      if (search.outcome !== 'none') return search
    }
    return { outcome: 'none' }
  }

  /** The counts a cell may take: from the asked end for the cell asked about, outwards from the guide for the others. */
  function* stepsWithin(from: number, step: number, box: Box, pivot: number): Generator<number> {
    const low = at(box.least, pivot)
    const high = at(box.most, pivot)
    const first = from + step * Math.ceil((low - from) / step)
    const last = high === Infinity ? Infinity : from + step * Math.floor((high - from) / step)
    if (first > last) return
    const start =
      pivot !== cell
        ? first + step * Math.round((at(guide, pivot) - first) / step)
        : direction === 'most'
          ? last
          : first
    let below = Math.min(start, last)
    let above = below + step
    while (below >= first || above <= last) {
      if (below >= first) yield below
      if (above <= last) yield above
      below -= step
      above += step
    }
  }

  return settle(0, base, whole)
}

function isInside(table: Float64Array, { least, most }: Box): boolean {
  return table.every((count, cell) => count >= at(least, cell) && count <= at(most, cell))
}

function at(vector: Float64Array, position: number): number {
  const value = vector[position]
  if (value === undefined) throw new RangeError(`No cell ${position}.`)
  return value
}
