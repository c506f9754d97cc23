import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countIndicators } from './count-indicators.ts'
import type { IndicatorReport } from './count-indicators.ts'
import type { ParticipantRecord } from './participant-record.ts'
import { aRecord, anEpisode } from './testing/a-record.ts'
import { naiveReport } from './testing/naive-indicators.ts'
import { aDay, anyRecords, plausibleRecords } from './testing/simulated-records.ts'

function plain({ operations, programme, records, faults }: IndicatorReport) {
  return {
    operations: Object.fromEntries([...operations].map(([name, { indicators }]) => [name, indicators])),
    programme,
    records,
    faults,
  }
}

const QUALIFIED = { status: null, searching: false, inEducation: false, qualification: true }

describe('the figures', () => {
  it('are those of a slower and plainer reading of the rules, on plausible records', () => {
    fc.assert(
      fc.property(plausibleRecords, aDay, (records, asOf) => {
        expect(plain(countIndicators(records, asOf))).toEqual(naiveReport(records, asOf))
      }),
      { numRuns: 150 },
    )
  })

  it('are those of a slower and plainer reading of the rules, on records that break them', () => {
    fc.assert(
      fc.property(anyRecords, aDay, (records, asOf) => {
        expect(plain(countIndicators(records, asOf))).toEqual(naiveReport(records, asOf))
      }),
      { numRuns: 200 },
    )
  })

  it('do not depend on the order of records or of episodes', () => {
    fc.assert(
      fc.property(plausibleRecords, aDay, (records, asOf) => {
        const turned = records.toReversed().map((one) => ({ ...one, episodes: one.episodes.toReversed() }))
        expect(plain(countIndicators(turned, asOf))).toEqual(plain(countIndicators(records, asOf)))
      }),
      { numRuns: 50 },
    )
  })

  it('of a programme without records are zeros, and no operation', () => {
    const report = countIndicators([], '2026-06-30')
    expect([...report.operations]).toEqual([])
    expect(Object.values(report.programme)).toHaveLength(23)
    expect(Object.values(report.programme).every(({ total }) => total === 0)).toBe(true)
    expect(report.records).toEqual({ all: 0, complete: 0, persons: 0 })
  })

  it('say zero for an operation whose only record is incomplete', () => {
    const report = countIndicators([aRecord({ gender: null })], '2026-06-30')
    expect(report.operations.get('OP1')?.indicators.EECO01.total).toBe(0)
    expect(report.operations.get('OP1')?.all).toBe(1)
  })

  it('keep the three genders apart and never recode one into another', () => {
    const records = (['F', 'M', 'X', 'X'] as const).map((gender, n) => aRecord({ gender, person: `p${n}` }))
    expect(countIndicators(records, '2026-06-30').programme.EECO01).toEqual({ F: 1, M: 1, X: 2, total: 4 })
  })
})

describe('as of a day', () => {
  const twoStays = aRecord({
    episodes: [
      anEpisode({
        entry: '2025-01-10',
        exit: '2025-02-10',
        afterExit: { eventOn: '2025-02-20', ...QUALIFIED },
      }),
      anEpisode({
        entry: '2025-09-01',
        exit: '2025-10-01',
        afterExit: { eventOn: '2025-10-15', ...QUALIFIED },
      }),
    ],
  })
  const qualified = (records: readonly ParticipantRecord[], asOf: string) =>
    countIndicators(records, asOf).programme.EECR03.total

  it('a record that nobody has entered yet is absent', () => {
    const report = countIndicators([twoStays], '2025-01-09')
    expect(report.records.all).toBe(0)
    expect(report.operations.size).toBe(0)
    expect(countIndicators([twoStays], '2025-01-10').records.all).toBe(1)
  })

  it.each([
    ['before the result of the first stay', '2025-02-19', 0],
    ['on the day of that result', '2025-02-20', 1],
    ['between the two stays', '2025-08-31', 1],
    ['on the day of coming back, when that result is void', '2025-09-01', 0],
    ['during the second stay', '2025-09-30', 0],
    ['after the second exit, before its result', '2025-10-14', 0],
    ['on the day of the second result', '2025-10-15', 1],
  ])('%s', (_, asOf, expected) => {
    expect(qualified([twoStays], asOf)).toBe(expected)
  })

  it('an exit that has yet to come is no exit', () => {
    const record = aRecord({ episodes: [anEpisode({ entry: '2025-01-10', exit: '2025-12-31' })] })
    expect(countIndicators([record], '2025-12-30').operations.get('OP1')?.left.total).toBe(0)
    expect(countIndicators([record], '2025-12-31').operations.get('OP1')?.left.total).toBe(1)
  })

  it('only the final exit has results, also when the first stay had some and the last has none', () => {
    const [first] = twoStays.episodes
    const record = aRecord({
      episodes: [anEpisode({ entry: '2025-09-01', exit: '2025-10-01' }), first ?? anEpisode()],
    })
    expect(qualified([record], '2025-12-31')).toBe(0)
  })
})

describe('records that break a rule', () => {
  const faultsOf = (...records: readonly ParticipantRecord[]) => countIndicators(records, '2026-12-31').faults
  const late = { eventOn: '2026-03-01', ...QUALIFIED }

  it.each([
    ['R02', 'a birth after entry', aRecord({ birthDate: '2026-01-13', statusAtEntry: 'INA' })],
    ['R02', 'an age of 111', aRecord({ birthDate: '1915-01-12' })],
    ['R03', 'an exit before its entry', aRecord({ episodes: [anEpisode({ exit: '2026-01-11' })] })],
    [
      'R03',
      'two stays that share a day',
      aRecord({
        episodes: [anEpisode({ exit: '2026-02-01' }), anEpisode({ entry: '2026-02-01', exit: '2026-03-01' })],
      }),
    ],
    [
      'R03',
      'a stay that begins while another is open',
      aRecord({ episodes: [anEpisode(), anEpisode({ entry: '2026-05-01' })] }),
    ],
    ['R04', 'more than one status', aRecord({ statusAtEntry: 'CONTRADICTORY' })],
    [
      'R05',
      'unemployment that begins after entry',
      aRecord({ statusAtEntry: 'UNE', unemployedSince: '2026-01-13' }),
    ],
    ['R06', 'somebody employed at fourteen', aRecord({ birthDate: '2011-01-13' })],
    ['R11', 'a result without an exit', aRecord({ episodes: [anEpisode({ afterExit: late })] })],
    [
      'R11',
      'a situation after six months without an exit',
      aRecord({
        episodes: [
          anEpisode({ afterSixMonths: { observedOn: '2026-09-01', status: 'EMP', improved: true } }),
        ],
      }),
    ],
  ])('%s: %s is named and not counted', (rule, _, record) => {
    expect(faultsOf(record)).toEqual([{ index: 0, rule }])
    expect(countIndicators([record], '2026-12-31').records).toEqual({ all: 1, complete: 0, persons: 1 })
  })

  it.each([
    ['a birth on the day of entry', aRecord({ birthDate: '2026-01-12', statusAtEntry: 'INA' })],
    ['an age of 110', aRecord({ birthDate: '1915-01-13' })],
    ['a stay of one day', aRecord({ episodes: [anEpisode({ exit: '2026-01-12' })] })],
    [
      'coming back the day after',
      aRecord({ episodes: [anEpisode({ exit: '2026-02-01' }), anEpisode({ entry: '2026-02-02' })] }),
    ],
    [
      'unemployment that begins on the day of entry',
      aRecord({ statusAtEntry: 'UNE', unemployedSince: '2026-01-12' }),
    ],
    ['somebody employed at fifteen', aRecord({ birthDate: '2011-01-12' })],
    [
      'a result outside the four weeks',
      aRecord({
        episodes: [anEpisode({ exit: '2026-02-01', afterExit: { ...late, eventOn: '2026-03-02' } })],
      }),
    ],
    [
      'an overlap that has yet to come',
      aRecord({ episodes: [anEpisode(), anEpisode({ entry: '2027-01-01' })] }),
    ],
  ])('%s breaks none', (_, record) => {
    expect(faultsOf(record)).toEqual([])
    expect(countIndicators([record], '2026-12-31').records.complete).toBe(1)
  })

  it('R09: of one person twice in an operation both records are left out, and a third operation is not touched', () => {
    const records = [aRecord(), aRecord({ operation: 'OP2' }), aRecord({ isced: 5 })]
    const report = countIndicators(records, '2026-12-31')
    expect(report.faults).toEqual([
      { index: 0, rule: 'R09' },
      { index: 2, rule: 'R09' },
    ])
    expect(report.programme.EECO01.total).toBe(1)
    expect(report.records).toEqual({ all: 3, complete: 1, persons: 1 })
  })

  it('R09: a fiscal code in small letters, or with its digits replaced in an omocodia, is the same person', () => {
    const people = ['RSSMRA85T10A562S', ' rssmra85t10a562s', 'RSSMRA85T10A56NH']
    const report = countIndicators(
      people.map((person) => aRecord({ person })),
      '2026-12-31',
    )
    expect(report.faults.map(({ rule }) => rule)).toEqual(['R09', 'R09', 'R09'])
    expect(report.records.persons).toBe(1)
  })

  it('R09: pseudonyms are compared as they are written', () => {
    expect(faultsOf(aRecord({ person: 'aGk' }), aRecord({ person: 'agk' }))).toEqual([])
  })

  it('every rule that a record breaks is named, in order', () => {
    const worst = aRecord({
      birthDate: '2026-02-01',
      unemployedSince: '2026-02-01',
      episodes: [anEpisode({ exit: '2026-01-01' })],
    })
    expect(faultsOf(worst, worst).map(({ index, rule }) => `${index} ${rule}`)).toEqual(
      [0, 1].flatMap((index) => ['R02', 'R03', 'R05', 'R06', 'R09'].map((rule) => `${index} ${rule}`)),
    )
  })
})
