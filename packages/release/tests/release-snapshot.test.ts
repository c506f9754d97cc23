import { describe, expect, it } from 'vitest'
import { isPublishable } from '../src/find-primary.ts'
import { combinations, countWhere, figureName, tablesOf } from '../src/lattice.ts'
import type { People } from '../src/lattice.ts'
import type { LatticeSnapshot } from '../src/lattice-snapshot.ts'
import { plainTables } from '../src/linked-tables.ts'
import type { Sum } from '../src/linked-tables.ts'
import { releaseSnapshot } from '../src/release-snapshot.ts'
import { shareOf } from '../src/share.ts'
import { loadSolver } from '../src/solver.ts'
import { attackerOf } from './exhaustive-attacker.ts'
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
    for (const province of ['P0', 'P1']) {
      const towns = several.towns.filter((town) => town.province === province).map(({ name }) => name)
      const cells = new Map<string, number>()
      const sums: Sum[] = []
      for (const where of tablesOf.town.flatMap(combinations)) {
        const inhabitants = several.people.filter(({ town }) => towns.includes(town))
        cells.set(figureName(`province:${province}`, where), countWhere(inhabitants, where))
        for (const town of towns) {
          cells.set(
            figureName(`town:${town}`, where),
            countWhere(
              inhabitants.filter((each) => each.town === town),
              where,
            ),
          )
        }
        sums.push({
          total: figureName(`province:${province}`, where),
          parts: towns.map((town) => figureName(`town:${town}`, where)),
        })
      }
      for (const town of towns) {
        for (const table of tablesOf.town.slice(1)) {
          sums.push({
            total: `town:${town}`,
            parts: combinations(table).map((where) => figureName(`town:${town}`, where)),
          })
        }
      }
      const hidden = new Set([...cells.keys()].filter((name) => !released.figures.has(name)))
      const attacker = attackerOf(plainTables(5, cells, sums), hidden)
      const small = [...hidden].filter((name) => !isPublishable(cells.get(name) ?? 0, 5))
      expect(small.length).toBeGreaterThan(0)
      expect(small.filter((name) => !attacker.hasDoubt(name, 4))).toEqual([])
    }
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
  const lonely = [
    ...threeFull,
    ...fullTown('mill').map((each) => ({
      ...each,
      count: each.age === '0-17' && each.sex === 'F' ? 1 : each.age === '0-17' ? 0 : 6,
    })),
  ]
  const others = [
    ...lonely,
    ...fullTown('lake').map((each) => ({
      ...each,
      count: each.age === '0-17' && each.sex === 'F' ? 1 : each.age === '0-17' ? 0 : 6,
    })),
  ]

  it('counts as known: two hidden figures whose sum a press note gives need a third', () => {
    const alone = releaseSnapshot(highs, snapshotOf(others))
    const hiddenAges = (release: typeof alone) =>
      release.hidden.filter((name) => name.includes(' age=') && name.startsWith('town:'))
    expect(hiddenAges(alone).length).toBeGreaterThan(0)
    const noted = releaseSnapshot(
      highs,
      snapshotOf(others, {
        foreign: [
          {
            source: 'press note',
            figures: ['town:mill age=0-17', 'town:lake age=0-17', 'town:north age=0-17'],
          },
        ],
      }),
    )
    expect(noted.record.inputHash).not.toBe(alone.record.inputHash)
    for (const release of [alone, noted]) {
      expect(release.figures.has('town:mill age=0-17')).toBe(false)
      expect(release.figures.has('town:lake age=0-17')).toBe(false)
    }
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
  const special = {
    code: 'EECO12',
    within: null,
    threshold: 10,
    frequency: 'year',
    count: { F: 14, 'not-F': 9 },
  } as const

  it('special categories wait for the end of the year, and then need ten people', () => {
    const inSpring = releaseSnapshot(highs, snapshotOf(threeFull, { indicators: [special] }))
    expect(inSpring.hidden).toEqual(expect.arrayContaining(['region EECO12', 'region EECO12 sex=F']))
    const atYearEnd = releaseSnapshot(
      highs,
      snapshotOf(threeFull, { indicators: [special], quarter: '2026Q4' }),
    )
    expect(atYearEnd.figures.get('region EECO12')?.count).toBe(23)
    expect(atYearEnd.hidden).toEqual(
      expect.arrayContaining(['region EECO12 sex=F', 'region EECO12 sex=not-F']),
    )
  })

  it('those whom an indicator leaves out are protected like those it counts', () => {
    const nearlyAll = {
      code: 'EECO05',
      within: null,
      threshold: 5,
      frequency: 'quarter',
      count: { F: 214, 'not-F': 200 },
    } as const
    const { hidden } = releaseSnapshot(highs, snapshotOf(threeFull, { indicators: [nearlyAll] }))
    expect(hidden).toEqual(expect.arrayContaining(['region EECO05 sex=F']))
  })

  it('an indicator that counts more people than there are is a fault', () => {
    const impossible = { ...special, count: { F: 500, 'not-F': 9 } }
    expect(() =>
      releaseSnapshot(highs, snapshotOf(threeFull, { indicators: [impossible], quarter: '2026Q4' })),
    ).toThrow(/EECO12/)
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
