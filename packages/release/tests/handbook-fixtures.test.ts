import { describe, expect, it } from 'vitest'
import { auditTables } from '../src/audit-tables.ts'
import type { LinkedTables } from '../src/linked-tables.ts'
import { releaseTables } from '../src/release-tables.ts'
import { loadSolver } from '../src/solver.ts'
import { tablesOf } from './tables.ts'

const highs = await loadSolver()

function release(tables: LinkedTables) {
  const outcome = releaseTables(highs, tables)
  if (!outcome.released) throw new Error(`infeasible: ${outcome.infeasible.join(', ')}`)
  return outcome
}

function intervals(of: ReadonlyMap<string, { readonly min: number; readonly max: number | null }>) {
  return Object.fromEntries([...of].map(([name, { min, max }]) => [name, [min, max]]))
}

function audit(tables: LinkedTables, hidden: readonly string[]) {
  return auditTables(highs, { ...tables, hidden: new Set(hidden) })
}

const maritalStatusBySex = {
  'Mar-M': 38,
  'Mar-F': 17,
  'Mar-Tot': 55,
  'Div-M': 7,
  'Div-F': 4,
  'Div-Tot': 11,
  'Sin-M': 3,
  'Sin-F': 1,
  'Sin-Tot': 4,
  'Tot-M': 48,
  'Tot-F': 22,
  'Tot-Tot': 70,
}
const rowsAndColumns = {
  'Mar-Tot': ['Mar-M', 'Mar-F'],
  'Div-Tot': ['Div-M', 'Div-F'],
  'Sin-Tot': ['Sin-M', 'Sin-F'],
  'Tot-M': ['Mar-M', 'Div-M', 'Sin-M'],
  'Tot-F': ['Mar-F', 'Div-F', 'Sin-F'],
  'Tot-Tot': [
    ['Mar-Tot', 'Div-Tot', 'Sin-Tot'],
    ['Tot-M', 'Tot-F'],
  ],
}

describe('the tables of the European handbook on statistical disclosure control', () => {
  it('marital status by sex at threshold 3 hides the one single woman and the three cheapest cells around her', () => {
    const { primary, secondary, intervals: told } = release(tablesOf(3, maritalStatusBySex, rowsAndColumns))
    expect(primary).toEqual(['Sin-F'])
    expect(secondary).toEqual(['Div-F', 'Div-M', 'Sin-M'])
    expect(told.get('Sin-F')).toEqual({ min: 0, max: 4 })
  })

  it('hidden without company, the single woman is worked out', () => {
    const outcome = audit(tablesOf(3, maritalStatusBySex, rowsAndColumns), ['Sin-F'])
    expect(outcome).toMatchObject({ consistent: true, unsafe: ['Sin-F'] })
    expect(outcome.consistent && intervals(outcome.intervals)).toEqual({ 'Sin-F': [1, 1] })
  })

  it('marital status by sex at threshold 5 has one smallest answer: the divorced men and all the divorced', () => {
    const tables = tablesOf(5, maritalStatusBySex, rowsAndColumns, { keep: new Set(['Tot-Tot']) })
    const { primary, secondary, intervals: told } = release(tables)
    expect(primary).toEqual(['Div-F', 'Sin-F', 'Sin-M', 'Sin-Tot'])
    expect(secondary).toEqual(['Div-M', 'Div-Tot'])
    expect(intervals(told)).toEqual({
      'Div-F': [0, 5],
      'Div-M': [0, 10],
      'Div-Tot': [0, 15],
      'Sin-F': [0, 5],
      'Sin-M': [0, 10],
      'Sin-Tot': [0, 15],
    })
  })

  it('the exact integer interval is found for counts that nobody gave (Geurts 1992)', () => {
    const shown = { r1: 7, r2: 3, r3: 6, c1: 9, c2: 7, x31: 3, x32: 3 }
    const sums = {
      r1: ['x11', 'x12'],
      r2: ['x21', 'x22'],
      r3: ['x31', 'x32'],
      c1: ['x11', 'x21', 'x31'],
      c2: ['x12', 'x22', 'x32'],
    }
    const unknown = ['x11', 'x12', 'x21', 'x22']
    const { cells, ...tables } = tablesOf(3, shown, sums)
    const outcome = auditTables(highs, {
      ...tables,
      cells: new Map([...cells, ...unknown.map((name) => [name, undefined] as const)]),
      hidden: new Set(unknown),
    })
    expect(outcome.consistent && intervals(outcome.intervals)).toEqual({
      x11: [3, 6],
      x12: [1, 4],
      x21: [0, 3],
      x22: [0, 3],
    })
    expect(outcome).toMatchObject({ unsafe: [], exposed: [] })
  })

  it('counts that no whole people can make up are no table', () => {
    const sums = { total: ['a', 'b', 'c'], ab: ['a', 'b'], ac: ['a', 'c'], bc: ['b', 'c'] }
    const { cells, ...tables } = tablesOf(3, { total: 12, ab: 7, ac: 8, bc: 8 }, sums)
    const unknown = ['a', 'b', 'c']
    const all = new Map([...cells, ...unknown.map((name) => [name, undefined] as const)])
    expect(auditTables(highs, { ...tables, cells: all, hidden: new Set(unknown) })).toEqual({
      consistent: false,
    })
  })

  it('of two nearly equal areas the second is refused where it differs by a handful', () => {
    const older = {
      'older 0': 52,
      'older 1': 55,
      'older 2': 130,
      'older 3': 140,
      'older 4': 39,
      'older 5': 49,
    }
    const newer = {
      'newer 0': 50,
      'newer 1': 54,
      'newer 2': 128,
      'newer 3': 140,
      'newer 4': 39,
      'newer 5': 49,
    }
    const between = { 'gone 0': 2, 'gone 1': 1, 'gone 2': 2, 'gone 3': 0, 'gone 4': 0, 'gone 5': 0 }
    const sums = Object.fromEntries(
      [0, 1, 2, 3, 4, 5].map((at) => [`older ${at}`, [`newer ${at}`, `gone ${at}`]]),
    )
    const tables = tablesOf(5, { ...older, ...newer, ...between }, sums, {
      keep: new Set(Object.keys(older)),
    })
    const { primary, secondary } = release(tables)
    expect(primary).toEqual(['gone 0', 'gone 1', 'gone 2'])
    expect(secondary).toEqual(['newer 0', 'newer 1', 'newer 2'])
  })

  it('bands that cut across bands already published are refused: they would show one person aged 20 to 24', () => {
    const cells = { '<20': 6, '20-39': 9, '<25': 7, '25-39': 8, '20-24': 1 }
    const sums = { '<25': ['<20', '20-24'], '20-39': ['20-24', '25-39'] }
    const { primary, secondary } = release(tablesOf(5, cells, sums, { keep: new Set(['<20', '20-39']) }))
    expect(primary).toEqual(['20-24'])
    expect(secondary).toEqual(['25-39', '<25'])
  })

  it('two linked populations by sex give the women away, one of them by herself', () => {
    const cells = {
      live: 102,
      work: 49,
      both: 22,
      'live only': 80,
      'work only': 27,
      'both M': 21,
      'both F': 1,
      'live only M': 58,
      'live only F': 22,
      'work only M': 23,
      'work only F': 4,
    }
    const sums = {
      live: ['both', 'live only'],
      work: ['both', 'work only'],
      both: ['both M', 'both F'],
      'live only': ['live only M', 'live only F'],
      'work only': ['work only M', 'work only F'],
    }
    const tables = tablesOf(5, cells, sums)
    const women = ['both F', 'live only F', 'work only F']
    const outcome = audit(tables, women)
    expect(outcome.consistent && intervals(outcome.intervals)).toEqual({
      'both F': [1, 1],
      'live only F': [22, 22],
      'work only F': [4, 4],
    })
    expect(outcome).toMatchObject({ unsafe: women })
    expect(release(tables).secondary).toEqual(['both M', 'work only M'])
  })

  it('a row where all people, or all but one, are in one part is hidden whole; a mixed row is not', () => {
    const cells = {
      married: 6,
      'married full': 6,
      'married part': 0,
      divorced: 6,
      'divorced full': 5,
      'divorced part': 1,
    }
    const mixed = { single: 4, 'single full': 2, 'single part': 2 }
    const sums = {
      married: ['married full', 'married part'],
      divorced: ['divorced full', 'divorced part'],
      single: ['single full', 'single part'],
    }
    const { primary, published } = release(
      tablesOf(2, { ...cells, ...mixed }, sums, { sensitive: new Set([0, 1, 2]) }),
    )
    expect(primary).toEqual(['divorced full', 'divorced part', 'married full', 'married part'])
    expect(Object.fromEntries(published)).toEqual({ married: 6, divorced: 6, ...mixed })
  })
})

describe('one person, hidden twice', () => {
  const alone = tablesOf(5, { all: 1, one: 1, none: 0 }, { all: ['one', 'none'] })

  it('would unmask oneself: whoever is that person knows all the rest, so a third cell is hidden', () => {
    expect(release(alone).secondary).toEqual([])
    expect(release({ ...alone, guardSingletons: true }).secondary).toEqual(['none'])
  })
})

describe('the same town, quarter after quarter', () => {
  const status = { total: ['employed', 'unemployed'] }
  const quarter = (
    total: number,
    employed: number,
    unemployed: number,
    previous?: readonly [number, number, number],
  ) => {
    const last =
      previous === undefined
        ? []
        : (['total', 'employed', 'unemployed'] as const).map((name, at) => [name, previous[at] ?? 0] as const)
    const {
      published,
      republished,
      intervals: told,
    } = release(tablesOf(5, { total, employed, unemployed }, status, { previous: new Map(last) }))
    return {
      published: Object.fromEntries(published),
      republished: Object.fromEntries(republished),
      told: intervals(told),
    }
  }

  it('the first quarter is published', () => {
    expect(quarter(12, 7, 5)).toEqual({
      published: { total: 12, employed: 7, unemployed: 5 },
      republished: {},
      told: {},
    })
  })

  it('one newcomer is not shown: the old values stay, with their date', () => {
    expect(quarter(13, 7, 6, [12, 7, 5])).toMatchObject({
      published: {},
      republished: { total: 12, employed: 7, unemployed: 5 },
    })
  })

  it('six newcomers show in the total and not in its breakdown, where they would be two and four', () => {
    expect(quarter(18, 9, 9, [12, 7, 5])).toEqual({
      published: { total: 18 },
      republished: { employed: 7, unemployed: 5 },
      told: { employed: [7, 13], unemployed: [5, 11] },
    })
  })

  it('once every change since the last publication is large enough, all is published again', () => {
    expect(quarter(29, 14, 15, [18, 7, 5])).toMatchObject({
      published: { total: 29, employed: 14, unemployed: 15 },
      republished: {},
    })
  })

  it('a correction downwards by a handful is held back like a rise', () => {
    expect(quarter(10, 7, 3, [12, 7, 5])).toMatchObject({ republished: { total: 12, unemployed: 5 } })
  })
})
