import { describe, expect, it } from 'vitest'
import { plainTables } from '../src/linked-tables.ts'
import type { LinkedTables, Sum } from '../src/linked-tables.ts'
import { decideRelease } from '../src/release-tables.ts'
import { loadSolver } from '../src/solver.ts'
import { attackerOf } from './exhaustive-attacker.ts'
import { randomNumbers } from './random-tables.ts'

const highs = await loadSolver()

/** A table crossed three ways, with all its margins; `*` stands for all of a dimension. */
function cube(seed: number, size: number): LinkedTables {
  const below = randomNumbers(seed)
  const values = Array.from({ length: size }, (_, at) => String(at))
  const cells = new Map<string, number>()
  const sums: Sum[] = []
  for (const one of values) {
    for (const two of values) {
      for (const three of values)
        cells.set(`${one}.${two}.${three}`, below(10) === 0 ? below(5) : 5 + below(40))
    }
  }
  const add = (total: string, parts: readonly string[]): void => {
    cells.set(
      total,
      parts.reduce((sum, part) => sum + (cells.get(part) ?? 0), 0),
    )
    sums.push({ total, parts })
  }
  const spread = (name: string, at: number): readonly string[] =>
    values.map((value) =>
      name
        .split('.')
        .map((word, position) => (position === at ? value : word))
        .join('.'),
    )
  const all = [...values, '*']
  const names = all.flatMap((one) => all.flatMap((two) => all.map((three) => `${one}.${two}.${three}`)))
  const stars = (name: string): number => name.split('*').length - 1
  for (const level of [1, 2, 3]) {
    for (const name of names.filter((each) => stars(each) === level)) {
      for (const [at, word] of name.split('.').entries()) if (word === '*') add(name, spread(name, at))
    }
  }
  return { ...plainTables(5, cells, sums), keep: new Set(['*.*.*']) }
}

describe('tables too large to try everything', () => {
  it.each([1, 3])('are released safely all the same (%i)', { timeout: 60_000 }, (seed) => {
    const tables = cube(seed, 5)
    const outcome = decideRelease(highs, tables)
    if (!outcome.released) throw new Error('A cube with only its total kept is always possible.')
    expect(outcome.blocks.map(({ optimal }) => optimal)).toEqual([false])
    const attacker = attackerOf(tables, new Set([...outcome.primary, ...outcome.secondary]))
    expect(outcome.primary.length).toBeGreaterThan(3)
    expect(outcome.primary.filter((name) => !attacker.hasDoubt(name, 4))).toEqual([])
    expect(outcome.secondary.filter((name) => !attacker.hasDoubt(name, 1))).toEqual([])
  })

  it('with nothing left to hide are refused, and name what would be given away', () => {
    const tables = cube(1, 5)
    const keep = new Set([...tables.cells].filter(([, count]) => count >= 5).map(([name]) => name))
    const outcome = decideRelease(highs, { ...tables, keep })
    const small = [...tables.cells].filter(([, count]) => count > 0 && count < 5).map(([name]) => name)
    expect(outcome.released ? [] : outcome.infeasible).toEqual(small.sort())
  })
})
