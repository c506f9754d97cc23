import { describe, expect, it } from 'vitest'
import { findPrimary, isPublishable } from '../src/find-primary.ts'
import { byName } from '../src/linked-tables.ts'
import type { LinkedTables } from '../src/linked-tables.ts'
import { releaseTables } from '../src/release-tables.ts'
import { loadSolver } from '../src/solver.ts'
import { attackerOf } from './exhaustive-attacker.ts'
import { randomNumbers, randomTables } from './random-tables.ts'
import { tablesOf } from './tables.ts'

const highs = await loadSolver()
const minutes = 60_000

/** What the exhaustive attacker finds wrong with a pattern, in its own reading of what safe means. */
function findFaults(tables: LinkedTables, secondary: ReadonlySet<string>): readonly string[] {
  const primary = findPrimary(tables)
  const hidden = new Set([...primary, ...secondary])
  const attacker = attackerOf(tables, hidden)
  const groups = tables.sums.filter(({ total, parts }) => {
    const together = parts.reduce(
      (sum, part) => sum + (hidden.has(part) ? (tables.cells.get(part) ?? 0) : 0),
      0,
    )
    return !hidden.has(total) && !isPublishable(together, tables.threshold)
  })
  return [
    ...groups.map(({ total }) => `a small group under ${total}`),
    ...[...secondary].filter((cell) => !attacker.hasDoubt(cell, 1)).map((cell) => `${cell} is fixed`),
    ...[...primary]
      .filter((cell) => !attacker.hasDoubt(cell, tables.threshold - 1))
      .map((cell) => `${cell} is narrow`),
  ]
}

function* subsets(names: readonly string[], size: number): Generator<readonly string[]> {
  if (size === 0) yield []
  for (const [at, name] of names.entries()) {
    if (names.length - at < size) return
    for (const rest of subsets(names.slice(at + 1), size - 1)) yield [name, ...rest]
  }
}

/** The cheapest safe pattern, by trying every pattern: fewest cells, then fewest people, then first by name. */
function cheapestOfAll(tables: LinkedTables): readonly string[] | undefined {
  const primary = findPrimary(tables)
  const open = [...tables.cells.keys()]
    .filter((name) => !primary.has(name) && !tables.keep.has(name))
    .sort(byName)
  const people = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + (tables.cells.get(name) ?? 0), 0)
  for (let size = 0; size <= open.length; size += 1) {
    const safe = [...subsets(open, size)].filter((names) => findFaults(tables, new Set(names)).length === 0)
    const [best] = safe.sort((one, other) => people(one) - people(other))
    if (best !== undefined) return best
  }
  return undefined
}

function shuffled(tables: LinkedTables, seed: number): LinkedTables {
  const below = randomNumbers(seed)
  const shuffle = <Each>(list: readonly Each[]): readonly Each[] =>
    list
      .map((each) => ({ each, at: below(1_000_000) }))
      .sort((one, other) => one.at - other.at)
      .map(({ each }) => each)
  return {
    ...tables,
    cells: new Map(shuffle([...tables.cells])),
    sums: shuffle(tables.sums).map(({ total, parts }) => ({ total, parts: shuffle(parts) })),
  }
}

/** Two rows alike and one small, by two columns: what protects the first row protects the second at the same price. */
const twinRows = tablesOf(
  5,
  { r0c0: 2, r0c1: 10, r1c0: 2, r1c1: 10, r2c0: 2, r2c1: 2, r0: 12, r1: 12, r2: 4, c0: 6, c1: 22, all: 28 },
  {
    r0: ['r0c0', 'r0c1'],
    r1: ['r1c0', 'r1c1'],
    r2: ['r2c0', 'r2c1'],
    c0: ['r0c0', 'r1c0', 'r2c0'],
    c1: ['r0c1', 'r1c1', 'r2c1'],
    all: [
      ['r0', 'r1', 'r2'],
      ['c0', 'c1'],
    ],
  },
)

const small = Array.from({ length: 4000 }, (_, seed) => randomTables(seed + 5000))
  .filter(({ cells }) => cells.size <= 12)
  .slice(0, 40)

describe('random linked tables', () => {
  it('an attacker who tries every count finds nothing in 1,000 of them', { timeout: 5 * minutes }, () => {
    const found: Record<number, readonly string[]> = {}
    let attacked = 0
    for (let seed = 1; seed <= 1000; seed += 1) {
      const tables = randomTables(seed)
      const outcome = releaseTables(highs, tables)
      if (!outcome.released) continue
      attacked += outcome.primary.length
      const faults = findFaults(tables, new Set(outcome.secondary))
      if (faults.length > 0) found[seed] = faults
    }
    expect(found).toEqual({})
    expect(attacked).toBeGreaterThan(5000)
  })

  it('where every pattern can be tried, the one chosen is the cheapest, down to the names', {
    timeout: minutes,
  }, () => {
    for (const tables of small) {
      const outcome = releaseTables(highs, tables)
      expect(outcome.released ? outcome.secondary : undefined).toEqual(cheapestOfAll(tables))
    }
  })

  it('where some totals must stay, it is still the cheapest, and refused only where no pattern is safe', {
    timeout: minutes,
  }, () => {
    const refusals: boolean[] = []
    for (const [at, tables] of small.slice(0, 20).entries()) {
      const below = randomNumbers(at)
      const publishable = [...tables.cells].filter(([, count]) => isPublishable(count, tables.threshold))
      const held = {
        ...tables,
        keep: new Set(publishable.filter(() => below(2) === 0).map(([name]) => name)),
      }
      const outcome = releaseTables(highs, held)
      refusals.push(!outcome.released)
      expect(outcome.released ? outcome.secondary : undefined).toEqual(cheapestOfAll(held))
    }
    expect(new Set(refusals)).toEqual(new Set([true, false]))
  })

  it('among patterns of the same size and weight, the one whose names come first', () => {
    const outcome = releaseTables(highs, twinRows)
    expect(outcome.released ? outcome.secondary : undefined).toEqual(['r0', 'r1c1'])
    expect(cheapestOfAll(twinRows)).toEqual(['r0', 'r1c1'])
  })

  it('the intervals told are those that trying every count gives', { timeout: minutes }, () => {
    for (const tables of small) {
      const outcome = releaseTables(highs, tables)
      if (!outcome.released) continue
      const attacker = attackerOf(tables, new Set([...outcome.primary, ...outcome.secondary]))
      for (const [name, { min, max }] of outcome.intervals) {
        const [least, most] = attacker.extremes(name, 300)
        expect([name, min, max ?? 300]).toEqual([name, least, most])
      }
    }
  })

  it('the order in which cells and sums are listed changes nothing', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const tables = randomTables(seed + 2000)
      const once = JSON.stringify(releaseTables(highs, tables), replacer)
      const again = JSON.stringify(releaseTables(highs, shuffled(tables, seed)), replacer)
      expect(again).toBe(once)
    }
  })
})

function replacer(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value
}
