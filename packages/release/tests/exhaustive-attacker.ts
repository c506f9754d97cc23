import type { LinkedTables } from '../src/linked-tables.ts'

/**
 * An attacker of its own making, which shares no code and no method with the product: it knows what is published and tries counts one
 * by one, with plain backtracking and forward checks.
 */
export interface Attacker {
  /** Whether the cell may hold this very count. */
  mayBe(cell: string, count: number): boolean
  /** Whether two tables differ in the cell by at least `gap`. */
  hasDoubt(cell: string, gap: number): boolean
  /** Least and greatest count, looking no further than `farthest`. */
  extremes(cell: string, farthest: number): readonly [number, number]
}

interface Equation {
  readonly unknown: readonly { readonly cell: string; readonly sign: 1 | -1 }[]
  readonly rest: number
}

// First short looks at every count, near the true table and far from it, then a long one: most possible counts are found at once.
const looks = [
  { steps: 2_000, order: 'near' },
  { steps: 2_000, order: 'low' },
  { steps: 20_000, order: 'high' },
  { steps: 1_000_000, order: 'near' },
] as const

const gaveUp = new Error('The attacker gave up: this table is too hard for it.')

export function attackerOf(tables: LinkedTables, hidden: ReadonlySet<string>): Attacker {
  const truth = (cell: string): number => tables.cells.get(cell) ?? Number.NaN
  const equations: readonly Equation[] = tables.sums.map(({ total, parts }) => {
    const terms = [{ cell: total, sign: 1 as const }, ...parts.map((cell) => ({ cell, sign: -1 as const }))]
    const unknown = terms.filter(({ cell }) => hidden.has(cell))
    const known = terms.filter(({ cell }) => !hidden.has(cell))
    return { unknown, rest: known.reduce((sum, { cell, sign }) => sum + sign * truth(cell), 0) }
  })
  const about = new Map(
    [...hidden].map((cell) => [
      cell,
      equations.filter((each) => each.unknown.some((term) => term.cell === cell)),
    ]),
  )
  /** How often each cell was in an equation that failed: those are settled first. */
  const blame = new Map<string, number>()
  let steps = 0
  let look: (typeof looks)[number] = looks[3]

  type Ranges = Map<string, readonly [number, number]>

  function squeeze(ranges: Ranges, start: readonly Equation[]): boolean {
    const waiting = [...start]
    for (let equation = waiting.pop(); equation !== undefined; equation = waiting.pop()) {
      for (const { cell, sign } of equation.unknown) {
        let [low, high] = [equation.rest, equation.rest]
        for (const other of equation.unknown) {
          if (other.cell === cell) continue
          const [least, most] = ranges.get(other.cell) ?? [0, Infinity]
          low += other.sign > 0 ? least : -most
          high += other.sign > 0 ? most : -least
        }
        const [from, to] = sign > 0 ? [-high, -low] : [low, high]
        const [least, most] = ranges.get(cell) ?? [0, Infinity]
        const next = [Math.max(least, from), Math.min(most, to)] as const
        if (next[0] > next[1]) {
          for (const term of equation.unknown) blame.set(term.cell, (blame.get(term.cell) ?? 1) + 1)
          return false
        }
        if (next[0] === least && next[1] === most) continue
        ranges.set(cell, next)
        waiting.push(...(about.get(cell) ?? []))
      }
    }
    return true
  }

  function completes(ranges: Ranges): boolean {
    steps += 1
    if (steps > look.steps) throw gaveUp
    let choice: string | undefined
    let width = Infinity
    for (const [cell, [least, most]] of ranges) {
      // A count without limit is tried last, and only near the true one: what it could still reach changes no other cell for the worse.
      const size = (Math.min(most, least + 10_000) - least) / (blame.get(cell) ?? 1)
      if (size > 0 && size < width) [choice, width] = [cell, size]
    }
    if (choice === undefined) return true
    const [least, most] = ranges.get(choice) ?? [0, 0]
    const top = most === Infinity ? least + 400 : most
    const from = { near: truth(choice), low: least, high: top }[look.order]
    for (const count of outwards(from, least, top)) {
      const next: Ranges = new Map(ranges)
      next.set(choice, [count, count])
      if (squeeze(next, about.get(choice) ?? []) && completes(next)) return true
    }
    return false
  }

  const start: Ranges = new Map([...hidden].map((cell) => [cell, [0, Infinity]]))
  if (!squeeze(start, equations)) throw new Error('The true table contradicts itself.')

  function mayBe(cell: string, count: number): boolean {
    const [least, most] = start.get(cell) ?? [0, Infinity]
    if (count < least || count > most) return false
    const ranges: Ranges = new Map(start)
    ranges.set(cell, [count, count])
    steps = 0
    return squeeze(ranges, about.get(cell) ?? []) && completes(ranges)
  }

  function first(counts: Iterable<number>, cell: string): number | undefined {
    for (const count of counts) {
      try {
        if (mayBe(cell, count)) return count
      } catch (error) {
        if (error !== gaveUp || look === looks[3]) throw error
      }
    }
    return undefined
  }

  function hasDoubt(cell: string, gap: number): boolean {
    const [least, most] = start.get(cell) ?? [0, Infinity]
    const count = truth(cell)
    for (look of looks) {
      const below = first(range(Math.max(least, count - gap), count), cell) ?? count
      if (count - below >= gap) return true
      for (const from of [below, first(range(least, below), cell) ?? below]) {
        if (first(range(from + gap, Math.min(most, from + gap + 400)), cell) !== undefined) return true
      }
    }
    return false
  }

  return {
    mayBe,
    hasDoubt,
    extremes: (cell, farthest) => {
      const [least, most] = start.get(cell) ?? [0, Infinity]
      const lowest = first(range(least, truth(cell)), cell) ?? truth(cell)
      const highest =
        first([...range(truth(cell), Math.min(most, farthest))].toReversed(), cell) ?? truth(cell)
      return [lowest, highest]
    },
  }
}

function* range(from: number, to: number): Generator<number> {
  for (let count = from; count <= to; count += 1) yield count
}

function* outwards(from: number, least: number, most: number): Generator<number> {
  const start = Math.min(Math.max(from, least), most)
  yield start
  for (let far = 1; start - far >= least || start + far <= most; far += 1) {
    if (start - far >= least) yield start - far
    if (start + far <= most) yield start + far
  }
}
