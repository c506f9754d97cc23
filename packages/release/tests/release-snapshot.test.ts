import { describe, expect, it } from 'vitest'
import { isPublishable } from '../src/find-primary.ts'
import { combinations, countWhere, figureName, tablesOf } from '../src/lattice.ts'
import type { People } from '../src/lattice.ts'
import type { IndicatorFamily, LatticeSnapshot } from '../src/lattice-snapshot.ts'
import { plainTables } from '../src/linked-tables.ts'
import type { Sum } from '../src/linked-tables.ts'
import { releaseSnapshot } from '../src/release-snapshot.ts'
import { findSmallDifferences } from '../src/small-differences.ts'
import { shareOf } from '../src/share.ts'
import { loadSolver } from '../src/solver.ts'
import { attackerOf } from './exhaustive-attacker.ts'
import { randomNumbers } from './random-tables.ts'
import { sampleLattice } from './sample-lattice.ts'

const highs = await loadSolver()

const several = sampleLattice(7, { towns: 12, provinces: 2, people: 40 })
const released = releaseSnapshot(highs, several)

/** So many people of a town, all alike but for what is said. */
function people(town: string, count: number, like: Partial<People> = {}): People {
  return { town, age: '30-54', sex: 'F', status: 'EMP', ...like, count }
}

/** A town whose people are spread enough for every table of it to be shown. */
function fullTown(town: string): readonly People[] {
  return combinations(['age', 'sex', 'status']).map((where) => ({ ...people(town, 6), ...where }))
}

function snapshotOf(inhabitants: readonly People[], options: Partial<LatticeSnapshot> = {}): LatticeSnapshot {
  const towns = [...new Set(inhabitants.map(({ town }) => town))].map((name) => ({ name, province: 'RM' }))
  return {
    quarter: '2026Q1',
    threshold: 5,
    towns,
    people: inhabitants,
    indicators: [],
    lastPublished: new Map(),
    foreign: [],
    sensitive: ['status'],
    ...options,
  }
}

/** The margins of every town and province, with the sums that tie them together. */
function marginsOf(snapshot: LatticeSnapshot, inhabitants: readonly People[]) {
  const cells = new Map<string, number>()
  const sums: Sum[] = []
  const byTown = Map.groupBy(inhabitants, ({ town }) => town)
  for (const [province, towns] of Map.groupBy(snapshot.towns, (town) => town.province)) {
    for (const where of tablesOf.town.flatMap(combinations)) {
      const parts = towns.map(({ name }) => ({
        name: figureName(`town:${name}`, where),
        count: countWhere(byTown.get(name) ?? [], where),
      }))
      for (const { name, count } of parts) cells.set(name, count)
      cells.set(
        figureName(`province:${province}`, where),
        parts.reduce((sum, { count }) => sum + count, 0),
      )
      sums.push({ total: figureName(`province:${province}`, where), parts: parts.map(({ name }) => name) })
    }
    for (const { name } of towns) {
      for (const table of tablesOf.town.slice(1)) {
        sums.push({
          total: `town:${name}`,
          parts: combinations(table).map((where) => figureName(`town:${name}`, where)),
        })
      }
    }
  }
  return { cells, sums }
}

const threeFull = ['north', 'south', 'west'].flatMap(fullTown)

describe('the release of a quarter', () => {
  it('shows no count between one and the threshold, and the true count of all it shows', () => {
    for (const [name, { count, asOf }] of released.figures) {
      expect([name, isPublishable(count, 5), asOf]).toEqual([name, true, '2026Q1'])
    }
    const byTown = Map.groupBy(several.people, ({ town }) => town)
    for (const { name } of several.towns) {
      for (const where of tablesOf.town.flatMap(combinations)) {
        const shown = released.figures.get(figureName(`town:${name}`, where))
        if (shown !== undefined) expect(shown.count).toBe(countWhere(byTown.get(name) ?? [], where))
      }
    }
  })

  it('every figure of the lattice is either shown or hidden', () => {
    const towns = several.towns.length * (1 + 4 + 2 + 3)
    const places = 2 * (1 + 4 + 2 + 3 + 8 + 6) + (1 + 4 + 2 + 3 + 8 + 6 + 12 + 24)
    expect(released.figures.size + released.hidden.length).toBe(towns + places)
    expect(released.hidden.filter((name) => released.figures.has(name))).toEqual([])
  })

  it('a town that can be counted is, unless it has to keep a smaller one of its province company', () => {
    for (const province of ['P0', 'P1']) {
      const totals = several.towns
        .filter((town) => town.province === province)
        .map(({ name }) => ({
          name: `town:${name}`,
          count: countWhere(
            several.people.filter(({ town }) => town === name),
            {},
          ),
        }))
      const small = totals.filter(({ count }) => !isPublishable(count, 5))
      const missing = totals.filter(({ name }) => !released.figures.has(name))
      expect(missing.length - small.length).toBe(small.length === 1 ? 1 : 0)
    }
  })

  it('an attacker who adds up towns and provinces cannot tell a small count', () => {
    const { cells, sums } = marginsOf(several, several.people)
    const hidden = new Set([...cells.keys()].filter((name) => !released.figures.has(name)))
    const attacker = attackerOf(plainTables(5, cells, sums), hidden)
    const small = [...hidden].filter((name) => !isPublishable(cells.get(name) ?? 0, 5))
    expect(small.length).toBeGreaterThan(5)
    expect(small.filter((name) => !attacker.hasDoubt(name, 4))).toEqual([])
  })

  it('the newcomers of a quarter form tables of their own, in which no few of them can be told either', () => {
    const below = randomNumbers(3)
    const grown = several.people.map((each) => ({ ...each, count: each.count + (below(3) === 0 ? 1 : 0) }))
    const { figures } = releaseSnapshot(highs, {
      ...several,
      people: grown,
      quarter: '2026Q2',
      lastPublished: released.figures,
    })
    const { cells, sums } = marginsOf(several, grown)
    const newcomers = new Map(
      [...cells].flatMap(([name, count]) => {
        const before = released.figures.get(name)
        return before === undefined ? [] : [[name, count - before.count] as const]
      }),
    )
    const whole = sums.filter(({ total, parts }) => [total, ...parts].every((name) => newcomers.has(name)))
    const hidden = new Set([...newcomers.keys()].filter((name) => figures.get(name)?.asOf !== '2026Q2'))
    const attacker = attackerOf(plainTables(5, newcomers, whole), hidden)
    const few = [...hidden].filter((name) => !isPublishable(newcomers.get(name) ?? 0, 5))
    expect(few.length).toBeGreaterThan(10)
    expect(few.filter((name) => !attacker.hasDoubt(name, 4))).toEqual([])
  })

  it('is the same, to the byte, however its input is ordered', () => {
    const again = releaseSnapshot(highs, {
      ...several,
      towns: several.towns.toReversed(),
      people: several.people.toReversed(),
    })
    expect(again.record).toEqual(released.record)
    expect([...again.figures]).toEqual([...released.figures])
  })

  it('leaves a record of what it saw, by which rules, and how each group of tables was settled', () => {
    expect(released.record).toMatchObject({ quarter: '2026Q1', rules: 'release-rules/1', threshold: 5 })
    expect(released.record.solver).toMatch(/^HiGHS \d/)
    expect(released.record.log.map(({ tables, outcome }) => [tables, outcome])).toEqual([
      ['region', 'released'],
      ['province:P0', 'released'],
      ['province:P1', 'released'],
    ])
    const other = releaseSnapshot(highs, { ...several, people: several.people.slice(1) })
    expect(other.record.inputHash).not.toBe(released.record.inputHash)
  })
})

describe('a figure and a part of it', () => {
  it('are found out when they differ by a handful of people of the same quarter', () => {
    const groups = [{ name: 'province:RM', towns: ['north'] }]
    const counts = (asOf: string) =>
      new Map([
        ['region', { count: 100, asOf: '2026Q2' }],
        ['province:RM', { count: 90, asOf: '2026Q2' }],
        ['town:north', { count: 88, asOf }],
      ])
    const quarter = { quarter: '2026Q2', threshold: 5 }
    expect(findSmallDifferences(quarter, groups, counts('2026Q2'))).toEqual([
      'province:RM without town:north',
    ])
    expect(findSmallDifferences(quarter, groups, counts('2026Q1'))).toEqual([])
  })
})

describe('who makes up a figure', () => {
  it('a province of two towns has no figures of its own, and a Region of two towns neither', () => {
    const towns = [...fullTown('north'), ...fullTown('south')]
    const { figures } = releaseSnapshot(highs, snapshotOf(towns))
    expect(figures.get('town:north')?.count).toBe(144)
    expect([...figures.keys()].filter((name) => !name.startsWith('town:'))).toEqual([])
  })

  it('a combination that only two towns have is theirs, and is not shown for the province', () => {
    const without = fullTown('west').filter(({ age, sex }) => age !== '0-17' || sex !== 'F')
    const { figures } = releaseSnapshot(
      highs,
      snapshotOf([...fullTown('north'), ...fullTown('south'), ...without]),
    )
    expect(figures.has('province:RM age=0-17 sex=F')).toBe(false)
    expect(figures.has('province:RM age=0-17')).toBe(true)
  })

  it('a breakdown by status that would say what nearly everybody in a town is stays hidden whole', () => {
    const alike = [
      ...fullTown('north'),
      ...fullTown('south'),
      ...fullTown('west'),
      people('mill', 40),
      people('mill', 1, { status: 'UNE' }),
    ]
    const { figures, hidden } = releaseSnapshot(highs, snapshotOf(alike))
    expect(figures.get('town:mill')?.count).toBe(41)
    expect(hidden).toEqual(
      expect.arrayContaining(['town:mill status=EMP', 'town:mill status=INA', 'town:mill status=UNE']),
    )
  })
})

describe('from one quarter to the next', () => {
  const first = releaseSnapshot(highs, snapshotOf(threeFull))
  const later = (newcomers: readonly People[]) =>
    releaseSnapshot(
      highs,
      snapshotOf([...threeFull, ...newcomers], { quarter: '2026Q2', lastPublished: first.figures }),
    ).figures

  it('one newcomer changes no figure and no date', () => {
    const figures = later([people('north', 1)])
    expect(figures.get('town:north')).toEqual({ count: 144, asOf: '2026Q1' })
    expect(figures.get('town:north sex=F')).toEqual({ count: 72, asOf: '2026Q1' })
    expect(figures.get('region')).toEqual({ count: 432, asOf: '2026Q1' })
  })

  it('enough newcomers show, and no share is made of two dates', () => {
    const newcomers = [
      people('north', 4),
      people('north', 3, { status: 'UNE' }),
      people('south', 8),
      people('west', 8, { sex: 'not-F' }),
    ]
    const figures = later(newcomers)
    expect(figures.get('town:north')).toEqual({ count: 151, asOf: '2026Q2' })
    expect(figures.get('town:north status=UNE')).toEqual({ count: 48, asOf: '2026Q1' })
    expect(shareOf(figures, 'town:north status=UNE', 'town:north')).toBeUndefined()
    expect(shareOf(first.figures, 'town:north status=UNE', 'town:north')).toEqual({
      percent: 33.3,
      asOf: '2026Q1',
    })
  })
})

describe('what is published elsewhere', () => {
  /** A town with three minors, all women, and enough of everybody else. */
  const fewMinors = (town: string): readonly People[] =>
    fullTown(town).map((each) => ({ ...each, count: each.age !== '0-17' ? 6 : each.sex === 'F' ? 1 : 0 }))
  const others = [...threeFull, ...fewMinors('mill'), ...fewMinors('lake')]

  it('counts as known: a sum of a hidden and a shown figure would give the hidden one away', () => {
    const alone = releaseSnapshot(highs, snapshotOf(others))
    expect(alone.figures.has('town:mill age=0-17')).toBe(false)
    expect(alone.figures.has('town:mill sex=F')).toBe(true)
    const noted = releaseSnapshot(
      highs,
      snapshotOf(others, {
        foreign: [{ source: 'press note', figures: ['town:mill age=0-17', 'town:mill sex=F'] }],
      }),
    )
    expect(noted.figures.has('town:mill age=0-17')).toBe(false)
    expect(noted.figures.has('town:mill sex=F')).toBe(false)
  })

  it('a figure that is out already is not protected any more, nor repeated by us when it is small', () => {
    const { figures } = releaseSnapshot(
      highs,
      snapshotOf(others, { foreign: [{ source: 'council act', figures: ['town:mill age=0-17'] }] }),
    )
    expect(figures.has('town:mill age=0-17')).toBe(false)
  })
})

describe('indicators of the whole Region', () => {
  const family = (
    counts: Readonly<Record<string, readonly [number, number]>>,
    options: Partial<IndicatorFamily> = {},
  ): IndicatorFamily => ({
    members: Object.entries(counts).map(([code, [women, others]]) => ({
      code,
      count: { F: women, 'not-F': others },
    })),
    within: {},
    threshold: 5,
    frequency: 'quarter',
    ...options,
  })
  const special = family({ EECO12: [14, 9] }, { threshold: 10, frequency: 'year' })
  const release = (indicators: readonly IndicatorFamily[], quarter = '2026Q1') =>
    releaseSnapshot(highs, snapshotOf(threeFull, { indicators, quarter }))

  it('special categories wait for the end of the year, and then need ten people', () => {
    expect(release([special]).hidden).toEqual(
      expect.arrayContaining(['region EECO12', 'region EECO12 sex=F']),
    )
    const { figures, hidden } = release([special], '2026Q4')
    expect(figures.get('region EECO12')?.count).toBe(23)
    expect(hidden).toEqual(['region EECO12 sex=F', 'region EECO12 sex=not-F'])
  })

  it('those whom an indicator leaves out are protected like those it counts', () => {
    expect(release([family({ EECO17: [214, 200] })]).hidden).toEqual([
      'region EECO17 sex=F',
      'region EECO17 sex=not-F',
    ])
  })

  it('indicators that part the participants among themselves are protected together', () => {
    const { hidden } = release([family({ EECO09: [100, 100], EECO10: [112, 102], EECO11: [4, 14] })])
    expect(hidden).toContain('region EECO11 sex=F')
    expect(hidden.filter((name) => /EECO(09|10) sex=F/.test(name))).toHaveLength(1)
  })

  it('an indicator within another leaves out a part of those', () => {
    const { figures, hidden } = release([family({ EECO03: [70, 40] }, { within: { status: 'UNE' } })])
    expect(figures.get('region sex=F status=UNE')?.count).toBe(72)
    expect(hidden).toContain('region EECO03 sex=F')
  })

  it('an indicator that counts more people than there are is a fault', () => {
    expect(() => release([family({ EECO17: [500, 9] })])).toThrow(/EECO17/)
  })
})

describe('a snapshot that contradicts itself', () => {
  it.each([
    ['no quarter', { quarter: '2026-03' }],
    ['a threshold under the legal floor', { threshold: 2 }],
    ['people of no town', { towns: [] }],
    [
      'a town named twice',
      {
        towns: [
          { name: 'north', province: 'RM' },
          { name: 'north', province: 'LT' },
        ],
      },
    ],
    ['a name with a space', { towns: [{ name: 'north town', province: 'RM' }] }],
  ] as const)('%s is a fault', (_, wrong) => {
    expect(() => releaseSnapshot(highs, { ...snapshotOf(threeFull), ...wrong })).toThrow(RangeError)
  })
})
