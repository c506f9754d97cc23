import type { Highs } from 'highs'
import type { Block } from './block.ts'
import { findTable } from './find-table.ts'
import { stepOf } from './kernel-lattice.ts'
import { openRelaxation } from './relaxation.ts'
import type { Corner } from './relaxation.ts'

/** What the attacker can say about a cell: its exact least and greatest count. `null`: no upper limit. */
export interface Interval {
  readonly min: number
  readonly max: number | null
}

export type Direction = 'least' | 'most'

/**
 * How much each other cell would let this one move, if it were hidden and had room: the reduced costs of the linear relaxation.
 * Positive: by going down. Negative: by going up.
 */
export type Slopes = Float64Array

export interface PushLimits {
  /** How far a cell may go from its count. */
  readonly reach: number
  /** The cells that may move at all; every hidden one where nothing is said. */
  readonly among?: ReadonlySet<number>
  /** Whether people stay whole, which takes longer, or may be split, which often is in vain. */
  readonly whole: boolean
}

/** The attacker of one block: every table of non-negative integers that agrees with what is published. */
export interface Completions {
  /** Whether the block is small enough to enumerate what bounds leave open, and to try candidates one by one. */
  readonly isSmall: boolean
  /** Takes these cells as hidden and all the others as published. */
  hide(hidden: ReadonlySet<number>): void
  /** Whether any table agrees at all; only an audit with unknown counts can find none. */
  exist(): boolean
  /** How far apart the tables found so far already are in a cell. */
  seen(cell: number): number
  /** The exact integer extreme of one cell, `null` when nothing limits it. */
  extreme(cell: number, direction: Direction): number | null
  /** Whether bounds alone already show that a cell leaves less than `need` counts of doubt. Cheap; false says nothing. */
  isSurelyNarrow(cell: number, need: number): boolean
  /** The slopes behind the relaxed extremes of a cell, if these leave it less than `need`: a bound for wider patterns too. */
  narrowSlopes(cell: number, need: number): readonly Slopes[] | undefined
  /** Takes a table that somebody else found, if it is one. */
  offer(table: Float64Array): void
  /** Pushes cells together within limits, and keeps the table that this gives, if it is one. */
  push(cells: readonly number[], direction: Direction, limits: PushLimits): void
  dispose(): void
}

// The coefficients are ±1 and the counts are people: what is this close to an integer is one.
const tolerance = 1e-6
const searchNodes = 20_000
const enumerableCells = 150

/** Opens the attack on a block. The caller disposes of it: it owns memory of the WebAssembly runtime. */
export function openCompletions(highs: Highs, block: Block): Completions {
  const size = block.names.length
  const relaxation = openRelaxation(highs, block)
  const columns = Array.from({ length: size }, (_, cell) => cell)
  const isSmall = size <= enumerableCells
  let hiddenNow: ReadonlySet<number> = new Set()
  let lower = new Float64Array(size)
  let upper = new Float64Array(size)
  let low = new Float64Array(size)
  let high = new Float64Array(size)
  let base: Float64Array | undefined

  function hide(hidden: ReadonlySet<number>): void {
    const isWider = [...hiddenNow].every((cell) => hidden.has(cell))
    hiddenNow = new Set(hidden)
    lower = Float64Array.from(columns, (cell) =>
      hidden.has(cell) ? (block.floors[cell] ?? 0) : published(cell),
    )
    upper = Float64Array.from(columns, (cell) => (hidden.has(cell) ? Infinity : published(cell)))
    relaxation.bound(lower, upper)
    // With more hidden, every table found before still agrees.
    if (isWider && base !== undefined) return
    low = new Float64Array(size).fill(Infinity)
    high = new Float64Array(size).fill(-Infinity)
    base = undefined
    if (block.values.every((value) => value !== undefined)) record(Float64Array.from(block.values))
  }

  function published(cell: number): number {
    const value = block.values[cell]
    if (value === undefined) throw new Error(`"${block.names[cell] ?? ''}" is published and has no count.`)
    return value
  }

  /** Keeps a table as proof, after checking in integers that it is one; a relaxed solution that is not changes nothing. */
  function record(x: Float64Array): boolean {
    // Adding 0 turns the -0 of a rounded trifle into a count.
    const table = x.map((value) => Math.round(value) + 0)
    for (const cell of columns) {
      const count = at(table, cell)
      if (Math.abs(at(x, cell) - count) > tolerance || count < at(lower, cell) || count > at(upper, cell))
        return false
    }
    for (const { total, parts } of block.sums) {
      let rest = at(table, total)
      for (const part of parts) rest -= at(table, part)
      if (rest !== 0) return false
    }
    for (const cell of columns) {
      low[cell] = Math.min(at(low, cell), at(table, cell))
      high[cell] = Math.max(at(high, cell), at(table, cell))
    }
    base ??= table
    return true
  }

  function costs(cells: readonly number[], direction: Direction): Float64Array {
    const vector = new Float64Array(size)
    for (const cell of cells) vector[cell] = direction === 'least' ? 1 : -1
    return vector
  }

  /** Looks for a table that says more about the cell than those already seen; `unbounded` when there is no last one. */
  function search(cell: number, direction: Direction): 'done' | 'unbounded' {
    const relaxed = relaxation.minimise(costs([cell], direction))
    if (relaxed.status === 'infeasible') throw new Error('No table agrees with what is published.')
    if (relaxed.status === 'unbounded') return 'unbounded'
    if (record(relaxed.x)) return 'done'
    const box = { least: lower.slice(), most: upper.slice() }
    if (direction === 'most') {
      box.least[cell] = at(high, cell) + 1
      box.most[cell] = Math.floor(at(relaxed.x, cell) + tolerance)
    } else {
      box.least[cell] = Math.ceil(at(relaxed.x, cell) - tolerance)
      box.most[cell] = at(low, cell) - 1
    }
    if (at(box.least, cell) > at(box.most, cell)) return 'done'
    const found =
      base !== undefined && isSmall
        ? findTable({ sums: block.sums, box, base, cell, direction, guide: relaxed.x, nodes: searchNodes })
        : ({ outcome: 'too-long' } as const)
    if (found.outcome === 'found' && !record(found.table))
      throw new Error('An enumerated table breaks a sum.')
    if (found.outcome === 'too-long') solveIntegers(costs([cell], direction))
    return 'done'
  }

  function solveIntegers(vector: Float64Array): void {
    const solved = relaxation.minimiseIntegers(vector)
    if (solved.status === 'infeasible') return
    if (solved.status !== 'optimal' || !record(solved.x))
      throw new Error(`A block of ${size} cells stays undecided.`)
  }

  function exist(): boolean {
    if (base !== undefined) return true
    const first = relaxation.minimise(costs([], 'least'))
    if (first.status === 'optimal' && !record(first.x)) solveIntegers(costs([], 'least'))
    return base !== undefined
  }

  function extreme(cell: number, direction: Direction): number | null {
    if (!exist()) throw new Error('No table agrees with what is published.')
    if (direction === 'least' && at(low, cell) === at(lower, cell)) return at(low, cell)
    if (search(cell, direction) === 'unbounded') return null
    return at(direction === 'most' ? high : low, cell)
  }

  function relaxedEnds(cell: number): readonly (Corner & { readonly reach: number })[] | undefined {
    const ends: (Corner & { readonly reach: number })[] = []
    for (const direction of ['most', 'least'] as const) {
      const end = relaxation.minimise(costs([cell], direction))
      if (end.status !== 'optimal') return undefined
      record(end.x)
      ends.push({ ...end, reach: Math.abs(at(end.x, cell) - at(base ?? end.x, cell)) })
    }
    return ends
  }

  function isSurelyNarrow(cell: number, need: number): boolean {
    if (at(high, cell) - at(low, cell) >= need) return false
    const ends = relaxedEnds(cell)
    if (ends === undefined || base === undefined) return false
    const doubt = (step: number): number =>
      ends.reduce((sum, { reach }) => sum + step * Math.floor((reach + tolerance) / step), 0)
    if (doubt(1) < need) return true
    if (!isSmall) return false
    const step = stepOf(block.sums, (each) => at(lower, each) < at(upper, each), cell, size)
    return step === 0 || doubt(step) < need
  }

  function narrowSlopes(cell: number, need: number): readonly Slopes[] | undefined {
    const ends = relaxedEnds(cell)
    const width = ends?.reduce((sum, { reach }) => sum + reach, 0) ?? Infinity
    return width < need - tolerance ? ends?.map(({ dual }) => dual) : undefined
  }

  function push(cells: readonly number[], direction: Direction, { reach, among, whole }: PushLimits): void {
    const count = (cell: number): number => block.values[cell] ?? 0
    const far = (cell: number): number => (among === undefined || among.has(cell) ? reach : 0)
    const least = lower.map((bound, cell) => Math.max(bound, count(cell) - far(cell)))
    const most = upper.map((bound, cell) => Math.min(bound, count(cell) + far(cell)))
    relaxation.bound(least, most)
    const vector = costs(cells, direction)
    const end = whole ? relaxation.minimiseIntegers(vector) : relaxation.minimise(vector)
    if (end.status === 'optimal') record(end.x)
    relaxation.bound(lower, upper)
  }

  return {
    isSmall,
    hide,
    exist,
    extreme,
    isSurelyNarrow,
    narrowSlopes,
    push,
    offer: (table) => {
      record(table)
    },
    seen: (cell) => at(high, cell) - at(low, cell),
    dispose: () => relaxation.dispose(),
  }
}

function at(vector: Float64Array, position: number): number {
  const value = vector[position]
  if (value === undefined) throw new RangeError(`No cell ${position}.`)
  return value
}
