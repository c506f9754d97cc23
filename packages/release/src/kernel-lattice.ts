import type { BlockSum } from './block.ts'

/** Integer changes, one number a cell, that leave every sum true. */
export type Move = readonly number[]

/**
 * A basis of all integer changes of the free cells, in echelon form: `pivots[i]` is the first cell in `order` that `moves[i]` changes
 * and no later move does. A cell's possible counts are therefore spaced by its pivot step, which bounds alone do not show.
 */
export interface KernelLattice {
  readonly moves: readonly Move[]
  readonly pivots: readonly number[]
}

/** Finds that basis by column operations of determinant 1. `order` lists every cell, the first to be settled first. */
export function kernelLattice(
  sums: readonly BlockSum[],
  isFree: (cell: number) => boolean,
  order: readonly number[],
): KernelLattice {
  const free = order.filter(isFree)
  const units = free.map((cell) => order.map((_, other) => (other === cell ? 1 : 0)))
  let pool: readonly number[][] = units
  for (const sum of sums) pool = clear(pool, (move) => balance(sum, move)).rest
  const moves: number[][] = []
  const pivots: number[] = []
  for (const cell of free) {
    const { pivot, rest } = clear(pool, (move) => move[cell] ?? 0)
    if (pivot === undefined) continue
    moves.push(pivot)
    pivots.push(cell)
    pool = rest
  }
  return { moves, pivots }
}

/** The spacing of the counts one cell may take: the sums allow it only multiples of this from any count they allow; 0 if fixed. */
export function stepOf(
  sums: readonly BlockSum[],
  isFree: (cell: number) => boolean,
  cell: number,
  size: number,
): number {
  const others = Array.from({ length: size }, (_, each) => each).filter((each) => each !== cell)
  const { moves, pivots } = kernelLattice(sums, isFree, [cell, ...others])
  return pivots[0] === cell ? Math.abs(moves[0]?.[cell] ?? 0) : 0
}

/** Euclid on a whole basis: afterwards at most one vector has a non-zero measure; it is set apart. */
function clear(
  basis: readonly number[][],
  measure: (move: readonly number[]) => number,
): { readonly pivot: number[] | undefined; readonly rest: readonly number[][] } {
  let active = basis.map((move) => ({ move, size: measure(move) })).filter(({ size }) => size !== 0)
  const rest = basis.filter((move) => measure(move) === 0)
  while (active.length > 1) {
    const smallest = active.reduce((best, each) => (Math.abs(each.size) < Math.abs(best.size) ? each : best))
    const reduced = [smallest]
    for (const each of active) {
      if (each === smallest) continue
      const times = Math.round(each.size / smallest.size)
      const move = each.move.map((change, cell) => change - times * (smallest.move[cell] ?? 0))
      const size = each.size - times * smallest.size
      if (size === 0) rest.push(move)
      else reduced.push({ move, size })
    }
    active = reduced
  }
  return { pivot: active[0]?.move, rest }
}

function balance(sum: BlockSum, move: readonly number[]): number {
  return sum.parts.reduce((left, part) => left - (move[part] ?? 0), move[sum.total] ?? 0)
}
