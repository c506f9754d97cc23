import type { Highs, Model } from 'highs'
import { members } from './block.ts'
import type { Block } from './block.ts'
import { findTable } from './find-table.ts'
import { stepOf } from './kernel-lattice.ts'
import { emptyModel } from './solver.ts'

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
export type Slopes = readonly number[]

/** The attacker of one block: every table of non-negative integers that agrees with what is published. */
export interface Completions {
  /** Starts over with these cells hidden and all the others published. */
  hide(hidden: ReadonlySet<number>): void
  /** Whether any table agrees at all; only an audit with unknown counts can find none. */
  exist(): boolean
  /** What the tables found so far already prove about a cell. */
  seen(cell: number): Interval
  /** The exact integer extreme of one cell, `null` when nothing limits it. */
  extreme(cell: number, direction: Direction): number | null
  /** Whether bounds alone already show that a cell leaves less than `need` counts of doubt. Cheap; false says nothing. */
  isSurelyNarrow(cell: number, need: number): boolean
  /** The slopes behind the relaxed extremes of a cell, if these leave it less than `need`: a bound for wider patterns too. */
  narrowSlopes(cell: number, need: number): readonly Slopes[] | undefined
  /** Pushes several cells at once, none further than `reach` from its count, and keeps whatever tables that gives. */
  push(cells: readonly number[], direction: Direction, reach: number): void
  dispose(): void
}

// The coefficients are ±1 and the counts are people: what is this close to an integer is one.
const tolerance = 1e-6
const searchNodes = 20_000
const enumerableCells = 150

interface Optimal {
  readonly status: 'optimal'
  readonly x: Float64Array
  readonly dual: Float64Array
}
type Relaxed = Optimal | { readonly status: 'unbounded' } | { readonly status: 'infeasible' }

/** Opens the attack on a block. The caller disposes of it: it owns memory of the WebAssembly runtime. */
export function openCompletions(highs: Highs, block: Block): Completions {
  const size = block.names.length
  const model = emptyModel(highs)
  const columns = Array.from({ length: size }, (_, cell) => cell)
  const every = { kind: 'range', from: 0, to: size - 1 } as const
  model.addVars(new Float64Array(size), new Float64Array(size).fill(highs.infinity))
  for (const sum of block.sums) {
    const indices = members(sum)
    model.addRow(0, 0, { indices, values: indices.map((_, position) => (position === 0 ? 1 : -1)) })
  }
  let lower = new Float64Array(size)
  let upper = new Float64Array(size)
  let low = new Float64Array(size)
  let high = new Float64Array(size)
  let hiddenNow: ReadonlySet<number> = new Set()
  let base: Float64Array | undefined

  function hide(hidden: ReadonlySet<number>): void {
    const isWider = [...hiddenNow].every((cell) => hidden.has(cell))
    hiddenNow = new Set(hidden)
    lower = Float64Array.from(columns, (cell) => bound(cell, hidden, block.floors[cell] ?? 0))
    upper = Float64Array.from(columns, (cell) => bound(cell, hidden, highs.infinity))
    model.changeColsBounds(every, lower, upper)
    // With more hidden, every table found before still agrees.
    if (isWider && base !== undefined) return
    low = new Float64Array(size).fill(Infinity)
    high = new Float64Array(size).fill(-Infinity)
    base = undefined
    if (block.values.every((value) => value !== undefined)) record(Float64Array.from(block.values))
  }

  function bound(cell: number, hidden: ReadonlySet<number>, whenHidden: number): number {
    if (hidden.has(cell)) return whenHidden
    const value = block.values[cell]
    if (value === undefined) throw new Error(`"${block.names[cell] ?? ''}" is published and has no count.`)
    return value
  }

  /** Keeps a table as proof, after checking in integers that it is one; a relaxed solution that is not changes nothing. */
  function record(x: Float64Array): boolean {
    // Adding 0 turns the -0 of a rounded trifle into a count.
    const table = x.map((value) => Math.round(value) + 0)
    if (columns.some((cell) => Math.abs(at(x, cell) - at(table, cell)) > tolerance)) return false
    if (columns.some((cell) => at(table, cell) < at(lower, cell) || at(table, cell) > at(upper, cell)))
      return false
    for (const sum of block.sums) {
      let rest = at(table, sum.total)
      for (const part of sum.parts) rest -= at(table, part)
      if (rest !== 0) return false
    }
    for (const cell of columns) {
      low[cell] = Math.min(at(low, cell), at(table, cell))
      high[cell] = Math.max(at(high, cell), at(table, cell))
    }
    base ??= table
    return true
  }

  function relax(): Relaxed {
    const { optimal, infeasible } = highs.constants.modelStatus
    const { modelStatus } = model.run()
    if (modelStatus === infeasible) return { status: 'infeasible' }
    if (modelStatus !== optimal) return { status: 'unbounded' }
    const { colValue, colDual } = model.getSolution()
    return { status: 'optimal', x: colValue, dual: colDual }
  }

  function toward<Result>(cell: number, direction: Direction, work: () => Result): Result {
    model.changeColCost(cell, direction === 'least' ? 1 : -1)
    try {
      return work()
    } finally {
      model.changeColCost(cell, 0)
    }
  }

  /** Looks for tables that say more about the cell than those already seen, until there are none. */
  function search(cell: number, direction: Direction): 'done' | 'unbounded' {
    const relaxed = relax()
    if (relaxed.status === 'infeasible') return 'done'
    if (relaxed.status === 'unbounded') return 'unbounded'
    if (record(relaxed.x)) return 'done'
    const least = lower.slice()
    const most = upper.map((limit) => (limit === highs.infinity ? Infinity : limit))
    if (direction === 'most') {
      least[cell] = at(high, cell) + 1
      most[cell] = Math.floor(at(relaxed.x, cell) + tolerance)
    } else {
      least[cell] = Math.ceil(at(relaxed.x, cell) - tolerance)
      most[cell] = at(low, cell) - 1
    }
    if (at(least, cell) > at(most, cell)) return 'done'
    const found =
      base !== undefined && size <= enumerableCells
        ? findTable({
            sums: block.sums,
            box: { least, most },
            base,
            cell,
            direction,
            guide: relaxed.x,
            nodes: searchNodes,
          })
        : { outcome: 'too-long' as const }
    if (found.outcome === 'found' && !record(found.table))
      throw new Error('An enumerated table breaks a sum.')
    if (found.outcome === 'too-long') solveInteger()
    return 'done'
  }

  /** The same question to HiGHS's own branch and cut, for what the enumeration did not finish. */
  function solveInteger(): void {
    asIntegers(model, size, highs, () => {
      const { modelStatus } = model.run()
      if (modelStatus === highs.constants.modelStatus.infeasible) return
      if (modelStatus !== highs.constants.modelStatus.optimal || !record(model.getSolution().colValue)) {
        throw new Error(`The solver left a block of ${size} cells undecided (status ${modelStatus}).`)
      }
    })
  }

  function extreme(cell: number, direction: Direction): number | null {
    if (!exist()) throw new Error('No table agrees with what is published.')
    const seen = direction === 'most' ? high : low
    if (direction === 'least' && at(low, cell) === at(lower, cell)) return at(low, cell)
    return toward(cell, direction, () => (search(cell, direction) === 'unbounded' ? null : at(seen, cell)))
  }

  function relaxedEnds(cell: number): readonly Optimal[] | undefined {
    const up = toward(cell, 'most', relax)
    if (up.status !== 'optimal') return undefined
    const down = toward(cell, 'least', relax)
    if (down.status !== 'optimal') return undefined
    record(up.x)
    record(down.x)
    return [up, down]
  }

  function isSurelyNarrow(cell: number, need: number): boolean {
    if (at(high, cell) - at(low, cell) >= need || base === undefined) return false
    const ends = relaxedEnds(cell)
    if (ends === undefined) return false
    const reach = ends.map(({ x }) => Math.abs(at(x, cell) - at(base ?? x, cell)) + tolerance)
    if (sum(reach.map(Math.floor)) < need) return true
    if (size > enumerableCells) return false
    const step = stepOf(block.sums, (each) => at(lower, each) < at(upper, each), cell, size)
    return step === 0 || sum(reach.map((far) => Math.floor(far / step) * step)) < need
  }

  function narrowSlopes(cell: number, need: number): readonly Slopes[] | undefined {
    const ends = relaxedEnds(cell)
    if (ends === undefined) return undefined
    const width = sum(ends.map(({ x }) => Math.abs(at(x, cell) - at(base ?? x, cell))))
    return width < need - tolerance ? ends.map(({ dual }) => [...dual]) : undefined
  }

  function exist(): boolean {
    if (base !== undefined) return true
    const first = relax()
    if (first.status === 'optimal' && !record(first.x)) solveInteger()
    return base !== undefined
  }

  function push(cells: readonly number[], direction: Direction, reach: number): void {
    const costs = new Float64Array(size)
    for (const cell of cells) costs[cell] = direction === 'least' ? 1 : -1
    const near = Float64Array.from(columns, (cell) =>
      Math.max(at(lower, cell), (block.values[cell] ?? 0) - reach),
    )
    const far = Float64Array.from(columns, (cell) =>
      Math.min(at(upper, cell), (block.values[cell] ?? 0) + reach),
    )
    model.changeColsBounds(every, near, far)
    model.changeColsCost(every, costs)
    const relaxed = relax()
    if (relaxed.status === 'optimal') record(relaxed.x)
    model.changeColsBounds(every, lower, upper)
    model.changeColsCost(every, new Float64Array(size))
  }

  return {
    hide,
    exist,
    extreme,
    isSurelyNarrow,
    narrowSlopes,
    push,
    seen: (cell) => ({ min: at(low, cell), max: at(high, cell) }),
    dispose: () => model.dispose(),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function asIntegers(model: Model, size: number, highs: Highs, work: () => void): void {
  const every = { kind: 'range', from: 0, to: size - 1 } as const
  const { integer } = highs.constants.variableType
  model.changeColsIntegrality(every, new Int32Array(size).fill(integer))
  try {
    work()
  } finally {
    model.clearIntegrality()
  }
}

function at(vector: Float64Array, position: number): number {
  const value = vector[position]
  if (value === undefined) throw new RangeError(`No cell ${position}.`)
  return value
}
