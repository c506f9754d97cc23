import { plainTables } from '../src/linked-tables.ts'
import type { LinkedTables, Sum } from '../src/linked-tables.ts'

/** A small generator of its own (mulberry32), so that a seed names the same tables for ever. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Linked tables of at most 60 cells and 12 sums: a crossed table, a hierarchy, or overlapping groups, sometimes with a kept total. */
export function randomTables(seed: number): LinkedTables {
  const below = randomNumbers(seed)
  const shapes = [crossedTable, hierarchy, overlappingGroups]
  const { cells, sums } = (shapes[below(shapes.length)] ?? crossedTable)(below)
  const threshold = [3, 5, 5, 10][below(4)] ?? 5
  const totals = sums.map(({ total }) => total)
  const keep = below(2) === 0 ? totals.filter((total) => (cells.get(total) ?? 0) >= threshold).slice(-1) : []
  return { ...plainTables(threshold, cells, sums), keep: new Set(keep) }
}

interface Drawn {
  readonly cells: Map<string, number>
  readonly sums: Sum[]
}

function count(below: (limit: number) => number): number {
  return below(3) === 0 ? below(6) : below(40)
}

function crossedTable(below: (limit: number) => number): Drawn {
  const rows = 2 + below(4)
  const columns = 2 + below(Math.min(6, 9 - rows))
  const cells = new Map<string, number>()
  const sums: Sum[] = []
  const add = (total: string, parts: readonly string[]): void => {
    cells.set(
      total,
      parts.reduce((sum, part) => sum + (cells.get(part) ?? 0), 0),
    )
    sums.push({ total, parts })
  }
  const labels = (prefix: string, size: number) => Array.from({ length: size }, (_, at) => `${prefix}${at}`)
  const [across, down] = [labels('r', rows), labels('c', columns)]
  for (const row of across) for (const column of down) cells.set(`${row}.${column}`, count(below))
  for (const row of across)
    add(
      row,
      down.map((column) => `${row}.${column}`),
    )
  for (const column of down)
    add(
      column,
      across.map((row) => `${row}.${column}`),
    )
  add('all', across)
  sums.push({ total: 'all', parts: down })
  return { cells, sums }
}

function hierarchy(below: (limit: number) => number): Drawn {
  const cells = new Map<string, number>()
  const sums: Sum[] = []
  const grow = (name: string, depth: number): number => {
    const children = 2 + below(4)
    if (depth === 0 || sums.length >= 9 || cells.size > 45) {
      const people = count(below)
      cells.set(name, people)
      return people
    }
    const parts = Array.from({ length: children }, (_, at) => `${name}.${at}`)
    sums.push({ total: name, parts })
    const people = parts.reduce((sum, part) => sum + grow(part, depth - 1), 0)
    cells.set(name, people)
    return people
  }
  grow('all', 2 + below(2))
  linkLeaves(below, cells, sums, 4 + below(9))
  return { cells, sums }
}

function overlappingGroups(below: (limit: number) => number): Drawn {
  const cells = new Map<string, number>()
  const leaves = 6 + below(40)
  for (let at = 0; at < leaves; at += 1) cells.set(`x${at}`, count(below))
  const sums: Sum[] = []
  linkLeaves(below, cells, sums, 3 + below(10))
  return { cells, sums }
}

/** Adds totals over random groups of cells, each a new cell of its own. */
function linkLeaves(
  below: (limit: number) => number,
  cells: Map<string, number>,
  sums: Sum[],
  limit: number,
): void {
  const leaves = [...cells.keys()].filter((name) => sums.every(({ total }) => total !== name))
  while (sums.length < limit && cells.size < 60) {
    const parts = leaves.filter(() => below(leaves.length) < 5)
    if (parts.length < 2) continue
    const total = `g${sums.length}`
    cells.set(
      total,
      parts.reduce((sum, part) => sum + (cells.get(part) ?? 0), 0),
    )
    sums.push({ total, parts })
  }
}
