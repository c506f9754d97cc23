import { members } from './block.ts'
import type { BlockSum } from './block.ts'

/** Where each cell may lie, both ends included; `Infinity` for no upper limit. */
export interface Box {
  readonly least: Float64Array
  readonly most: Float64Array
}

/** For each cell, the positions of the sums it is in. */
export function sumsByCell(sums: readonly BlockSum[], size: number): readonly (readonly number[])[] {
  const touching: number[][] = Array.from({ length: size }, () => [])
  for (const [position, sum] of sums.entries())
    for (const cell of members(sum)) touching[cell]?.push(position)
  return touching
}

/** Tightens the box in place, from the sums at `start` on, until no sum says more; false when some sum cannot hold in it. */
export function narrowBox(
  sums: readonly BlockSum[],
  touching: readonly (readonly number[])[],
  { least, most }: Box,
  start: Iterable<number>,
): boolean {
  const queue = new Set(start)
  const tighten = (cell: number, low: number, high: number): boolean => {
    const [wasLow, wasHigh] = [at(least, cell), at(most, cell)]
    if (low > wasLow) least[cell] = low
    if (high < wasHigh) most[cell] = high
    if (low > wasLow || high < wasHigh) for (const position of touching[cell] ?? []) queue.add(position)
    return at(least, cell) <= at(most, cell)
  }
  for (const position of queue) {
    queue.delete(position)
    const sum = sums[position]
    if (sum === undefined) continue
    let low = 0
    let high = 0
    let endless = 0
    for (const part of sum.parts) {
      low += at(least, part)
      if (at(most, part) === Infinity) endless += 1
      else high += at(most, part)
    }
    if (!tighten(sum.total, low, endless > 0 ? Infinity : high)) return false
    const [bottom, top] = [at(least, sum.total), at(most, sum.total)]
    // The sums of the other parts are those before this round: looser than they may be by now, so still true.
    for (const part of sum.parts) {
      const [own, ownMost] = [at(least, part), at(most, part)]
      const isAlone = endless === 0 || (endless === 1 && ownMost === Infinity)
      const others = ownMost === Infinity ? high : high - ownMost
      if (!tighten(part, isAlone ? bottom - others : own, top - (low - own))) return false
      low += at(least, part) - own
      if (ownMost < Infinity) high += at(most, part) - ownMost
    }
  }
  return true
}

function at(vector: Float64Array, position: number): number {
  const value = vector[position]
  if (value === undefined) throw new RangeError(`No cell ${position}.`)
  return value
}
