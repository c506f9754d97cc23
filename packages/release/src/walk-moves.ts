import type { Block } from './block.ts'
import type { Direction } from './completions.ts'

/** A change of some cells that leaves every sum true, by name. */
export type Change = readonly (readonly [name: string, by: 1 | -1])[]

/** A table on its way from the true one to another that the attacker cannot tell from it. */
export interface Walk {
  isHidden(name: string): boolean
  /** Whether the cell may count one person fewer: it is hidden, and above what it is known to be at least. */
  mayFall(name: string): boolean
}

/**
 * What is known about the tables by whoever made them. It only saves work: each table that it leads to is checked like any other.
 */
export interface Hints {
  /** Changes that move one cell a step. */
  changes(name: string, direction: Direction, walk: Walk): IteratorObject<Change>
  /** Cells among which this one can be expected to find room to move. */
  around(name: string, isHidden: (name: string) => boolean): readonly string[]
}

/** For tables about which nothing more is known than their sums. */
export const noHints: Hints = { changes: () => Iterator.from([]), around: () => [] }

/** Prepares walks from the true table of a block, each as far as the hints lead, at most `steps` steps of the cell. */
export function walksOf(
  block: Block,
  hidden: ReadonlySet<number>,
  hints: Hints,
): (cell: number, direction: Direction, steps: number) => Float64Array {
  const index = new Map(block.names.map((name, position) => [name, position]))
  return (cell, direction, steps) => {
    const table = Float64Array.from(block.values, (value) => value ?? 0)
    const isHidden = (name: string): boolean => hidden.has(index.get(name) ?? -1)
    const mayFall = (name: string): boolean => {
      const position = index.get(name) ?? -1
      return hidden.has(position) && (table[position] ?? 0) > (block.floors[position] ?? 0)
    }
    const isPossible = (change: Change): boolean =>
      change.every(([name, by]) => (by < 0 ? mayFall(name) : isHidden(name)))
    const walk: Walk = { isHidden, mayFall }
    for (let step = 0; step < steps; step += 1) {
      const change = hints.changes(block.names[cell] ?? '', direction, walk).find(isPossible)
      if (change === undefined) break
      for (const [name, by] of change) {
        const position = index.get(name) ?? -1
        table[position] = (table[position] ?? 0) + by
      }
    }
    return table
  }
}
