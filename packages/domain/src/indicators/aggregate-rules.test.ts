import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from './civil-day.ts'
import { AGGREGATE_RULES, checkAggregates } from './aggregate-rules.ts'
import { countIndicators, sumTables } from './count-indicators.ts'
import type { GenderCount, IndicatorReport } from './count-indicators.ts'
import type { IndicatorCode } from './indicator-definitions.ts'
import type { ParticipantRecord } from './participant-record.ts'
import { RESERVED_SUMS } from './report-rules.ts'
import { sumOf } from './table-rules.ts'
import { aRecord, anEpisode } from './testing/a-record.ts'
import { aDay, anyRecords, FIRST_DAY, plausibleRecords } from './testing/simulated-records.ts'

const JUNES_AND_DECEMBERS = [
  '2023-06-30',
  '2023-12-31',
  '2024-06-30',
  '2024-12-31',
  '2025-12-31',
  '2026-12-31',
  '2028-06-30',
]

/** Who had left by one day and was back by a later one: their earlier results are void, which is the explanation of a fall. */
function explainedFalls(
  records: readonly ParticipantRecord[],
  from: string,
  to: string,
): ReadonlySet<string> {
  const back = records.filter((record) => record.episodes.some(({ entry }) => entry > from && entry <= to))
  return new Set(
    back.flatMap(({ operation }) => [1, 2, 3, 4, 5, 6].map((number) => `${operation} EECR0${number}`)),
  )
}

function levelsOf({ operations }: IndicatorReport, objectiveOf: (operation: string) => string) {
  const names = [...operations.keys()]
  return new Map(
    [...new Set(names.map(objectiveOf))].map((objective) => [
      objective,
      sumTables(
        names
          .filter((name) => objectiveOf(name) === objective)
          .flatMap((name) => operations.get(name)?.indicators ?? []),
      ),
    ]),
  )
}

function reservedSumsOf({ programme }: IndicatorReport) {
  return Object.fromEntries(
    Object.entries(RESERVED_SUMS).map(([name, codes]): [string, GenderCount] => [
      name,
      {
        F: sumOf(programme, codes, 'F'),
        M: sumOf(programme, codes, 'M'),
        X: sumOf(programme, codes, 'X'),
        total: sumOf(programme, codes, 'total'),
      },
    ]),
  )
}

describe('the rules on figures', () => {
  it('hold on every period of every simulated programme, from A01 to A14', () => {
    fc.assert(
      fc.property(plausibleRecords, (records) => {
        let previous: { readonly asOf: string; readonly report: IndicatorReport } | undefined
        for (const asOf of JUNES_AND_DECEMBERS) {
          const report = countIndicators(records, asOf)
          const findings = checkAggregates(report, {
            period: asOf.slice(0, 7).replace('-', ''),
            ...(previous && {
              previous: previous.report,
              explainedFalls: explainedFalls(records, previous.asOf, asOf),
            }),
            objectives: levelsOf(report, (operation) => (operation === 'OP1' ? 'ESO4.2' : 'ESO4.8')),
            priorities: levelsOf(report, () => 'Occupazione'),
            operationsInScope: [...report.operations.keys()],
            reservedSums: reservedSumsOf(report),
            entities: new Map([['OP1', { EECO18: 1, EECO19: 0 }]]),
          })
          expect(findings.filter(({ level }) => level === 'error')).toEqual([])
          previous = { asOf, report }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('hold also when records break every rule that they can', () => {
    fc.assert(
      fc.property(anyRecords, aDay, (records, asOf) => {
        const findings = checkAggregates(countIndicators(records, asOf))
        expect(findings.filter(({ level }) => level === 'error')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('the simulated programmes are not empty: every indicator is reached', () => {
    const sample = fc.sample(plausibleRecords, { numRuns: 60, seed: 7 })
    const reached = sumTables(sample.map((records) => countIndicators(records, '2028-06-30').programme))
    expect(Object.entries(reached).filter(([, { total }]) => total === 0)).toEqual([])
  })

  it('outputs never fall as time goes by, whoever comes back', () => {
    fc.assert(
      fc.property(plausibleRecords, fc.nat(40), fc.nat(20), (records, start, length) => {
        const from = addMonths(FIRST_DAY, start)
        const before = countIndicators(records, from)
        const after = countIndicators(records, addMonths(from, length))
        const falls = checkAggregates(after, { previous: before }).filter(({ rule }) => rule === 'A11')
        expect(falls.filter(({ says }) => says.startsWith('EECO'))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a figure that breaks a rule', () => {
  const healthy = countIndicators(
    [
      aRecord({ episodes: [anEpisode({ exit: '2026-02-01' })] }),
      aRecord({ person: 'p2', gender: 'M', statusAtEntry: 'UNE', birthDate: '2000-01-01', isced: 1 }),
      aRecord({ person: 'p3', gender: 'X', statusAtEntry: 'INA', birthDate: '1960-01-01', isced: 6 }),
    ],
    '2026-06-30',
  )

  function spoilt(code: IndicatorCode, count: Partial<GenderCount>): IndicatorReport {
    return {
      ...healthy,
      programme: { ...healthy.programme, [code]: { ...healthy.programme[code], ...count } },
    }
  }

  function spoiltOperation(code: IndicatorCode, count: Partial<GenderCount>): IndicatorReport {
    const figures = healthy.operations.get('OP1')
    if (figures === undefined) throw new Error('OP1 has figures')
    const indicators = { ...figures.indicators, [code]: { ...figures.indicators[code], ...count } }
    return { ...healthy, operations: new Map([['OP1', { ...figures, indicators }]]) }
  }

  const rulesOf = (...args: Parameters<typeof checkAggregates>) => [
    ...new Set(checkAggregates(...args).map(({ rule }) => rule)),
  ]

  it('is not there in a healthy report', () => {
    expect(checkAggregates(healthy)).toEqual([])
  })

  it.each([
    ['A01', 'EECO02', { F: 1, total: 2 }],
    ['A02', 'EECO03', { F: 1, total: 1 }],
    ['A03', 'EECO06', { F: 3, total: 3 }],
    ['A04', 'EECO11', { F: 1, total: 2 }],
    ['A05', 'EECO12', { F: 4, total: 4 }],
    ['A06', 'EECO17', { total: 1 }],
    ['A06', 'EECO17', { F: -1, M: 1 }],
    ['A06', 'EECO17', { F: 0.5, M: 0.5, total: 1 }],
    ['A09', 'EECR01', { F: 1, total: 1 }],
    ['A09', 'EECR06', { M: 1, total: 1 }],
    ['A16', 'EECR05', { M: 1, total: 1 }],
  ] as const)('%s is named when %s is %j', (rule, code, count) => {
    expect(rulesOf(spoilt(code, count))).toContain(rule)
  })

  it('A07 is named when a reserved sum is not its components, and when the period is neither June nor December', () => {
    const typed = { 'EECO02+04': { F: 0, M: 1, X: 1, total: 3 } }
    expect(rulesOf(healthy, { reservedSums: typed })).toEqual(['A07'])
    expect(rulesOf(healthy, { period: '202607' })).toEqual(['A07'])
    expect(rulesOf(healthy, { reservedSums: reservedSumsOf(healthy), period: '202606' })).toEqual([])
  })

  it('A08 is named for a result above its output, and for a percentage above a hundred', () => {
    const specific = { code: 'ISR1', value: 101, linkedOutput: 100, isPercentage: false }
    expect(rulesOf(healthy, { specificResults: [specific] })).toEqual(['A08'])
    expect(
      rulesOf(healthy, { specificResults: [{ ...specific, linkedOutput: 500, isPercentage: true }] }),
    ).toEqual(['A08'])
    expect(rulesOf(healthy, { specificResults: [{ ...specific, value: 100 }] })).toEqual([])
  })

  it('A10 is named when more people have a result than have left', () => {
    expect(rulesOf(spoiltOperation('EECR03', { M: 1, total: 1 }))).toContain('A10')
    expect(rulesOf(spoiltOperation('EECR03', { F: 1, total: 1 }))).not.toContain('A10')
  })

  it('A11 is named when a figure falls, and not when the log explains it', () => {
    const higher = spoiltOperation('EECO08', { X: 2, total: 2 })
    expect(rulesOf(healthy, { previous: higher })).toEqual(['A11'])
    expect(rulesOf(healthy, { previous: higher, explainedFalls: new Set(['OP1 EECO08']) })).toEqual([])
  })

  it('A11 is named when a whole operation disappears', () => {
    const none = { ...healthy, operations: new Map(), programme: sumTables([]) }
    expect(rulesOf(none, { previous: healthy })).toEqual(['A11'])
  })

  it('A12 is named for a half or a negative entity', () => {
    expect(rulesOf(healthy, { entities: new Map([['OP1', { EECO18: 1.5 }]]) })).toEqual(['A12'])
    expect(rulesOf(healthy, { entities: new Map([['OP1', { EECO19: -1 }]]) })).toEqual(['A12'])
  })

  it('A13 is named when the levels do not add up', () => {
    expect(rulesOf(healthy, { objectives: new Map([['ESO4.2', sumTables([])]]) })).toEqual(['A13'])
    expect(
      rulesOf(healthy, {
        priorities: new Map([
          ['P1', healthy.programme],
          ['P2', healthy.programme],
        ]),
      }),
    ).toEqual(['A13'])
    expect(rulesOf(spoiltOperation('EECO14', { F: 1, total: 1 }))).toEqual(['A13'])
  })

  it('A14 is named for an operation that says nothing', () => {
    expect(rulesOf(healthy, { operationsInScope: ['OP1', 'OP2'] })).toEqual(['A14'])
  })

  it.each([
    ['EECO01', 2, []],
    ['EECO01', 1, ['A15']],
    ['EECO01', 6, []],
    ['EECO01', 7, ['A15']],
    ['EECO18', 1, []],
    ['EECO18', 3, ['A15']],
    ['EECO19', 3, []],
  ])('A15 looks at %s against a plan of %i', (code, target, expected) => {
    const planned = new Map([['OP1', new Map([[code, target]])]])
    expect(rulesOf(healthy, { planned, entities: new Map([['OP1', { EECO18: 1 }]]) })).toEqual(expected)
  })

  it('A17 does not exist: more foreign background than third-country nationals is no finding, nor the reverse', () => {
    const background = aRecord({ foreignBackground: 'Y' })
    const national = aRecord({ citizenship: ['US'] })
    expect(checkAggregates(countIndicators([background], '2026-06-30'))).toEqual([])
    expect(checkAggregates(countIndicators([national], '2026-06-30'))).toEqual([])
    expect(AGGREGATE_RULES.map(({ rule }) => rule)).not.toContain('A17')
  })
})
