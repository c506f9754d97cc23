import { describe, expect, it } from 'vitest'
import { countIndicators } from './count-indicators.ts'
import type { IndicatorCode } from './indicator-definitions.ts'
import { INDICATORS } from './indicator-definitions.ts'
import { STATUS_OF_MARKET_CONDITION } from './market-condition.ts'
import type { AfterExit, AfterSixMonths, ParticipantRecord } from './participant-record.ts'
import { aRecord, anEpisode } from './testing/a-record.ts'

const LONG_AFTER = '2030-12-31'

function counts(code: IndicatorCode, record: ParticipantRecord): boolean {
  return countIndicators([record], LONG_AFTER).programme[code].total === 1
}

function entering(entry: string, given: Partial<ParticipantRecord> = {}): ParticipantRecord {
  return aRecord({ ...given, episodes: [anEpisode({ entry })] })
}

function leaving(
  exit: string,
  results: { readonly afterExit?: Partial<AfterExit>; readonly afterSixMonths?: Partial<AfterSixMonths> },
  given: Partial<ParticipantRecord> = {},
): ParticipantRecord {
  const afterExit = results.afterExit && {
    eventOn: exit,
    status: null,
    searching: false,
    inEducation: false,
    qualification: false,
    ...results.afterExit,
  }
  const afterSixMonths = results.afterSixMonths && {
    observedOn: exit,
    status: null,
    improved: false,
    ...results.afterSixMonths,
  }
  return aRecord({
    ...given,
    episodes: [
      anEpisode({
        entry: '2025-01-10',
        exit,
        afterExit: afterExit ?? null,
        afterSixMonths: afterSixMonths ?? null,
      }),
    ],
  })
}

describe('the table of definitions', () => {
  it('holds EECO01 to EECO17 and EECR01 to EECR06, each once and in order', () => {
    const output = Array.from({ length: 17 }, (_, n) => `EECO${String(n + 1).padStart(2, '0')}`)
    const result = Array.from({ length: 6 }, (_, n) => `EECR0${n + 1}`)
    expect(INDICATORS.map(({ code }) => code)).toEqual([...output, ...result])
  })
})

describe('EECO01, participants', () => {
  it('counts a person who enters one operation twice once', () => {
    const twice = aRecord({
      episodes: [anEpisode({ entry: '2025-01-10', exit: '2025-02-10' }), anEpisode({ entry: '2025-09-01' })],
    })
    expect(countIndicators([twice], LONG_AFTER).programme.EECO01.total).toBe(1)
  })

  it('counts a person who is in two operations twice', () => {
    const records = [aRecord({ person: 'p3' }), aRecord({ person: 'p3', operation: 'OP2' })]
    const report = countIndicators(records, LONG_AFTER)
    expect(report.programme.EECO01.total).toBe(2)
    expect(report.records.persons).toBe(1)
  })

  it.each(['gender', 'birthDate', 'statusAtEntry', 'isced'] as const)(
    'leaves out a record without %s, which is counted among all records only',
    (field) => {
      const report = countIndicators([aRecord({ [field]: null })], LONG_AFTER)
      expect(report.programme.EECO01.total).toBe(0)
      expect(report.records).toEqual({ all: 1, complete: 0, persons: 1 })
    },
  )
})

describe('EECO02, 04 and 05, the status', () => {
  it.each([
    ['first-job-seeker', 'EECO02'],
    ['unemployed', 'EECO02'],
    ['student', 'EECO04'],
    ['other-inactive', 'EECO04'],
    ['employed', 'EECO05'],
  ] as const)('a person who is %s counts in %s and in no other', (condition, code) => {
    const record = aRecord({ statusAtEntry: STATUS_OF_MARKET_CONDITION[condition] })
    const holding = (['EECO02', 'EECO04', 'EECO05'] as const).filter((one) => counts(one, record))
    expect(holding).toEqual([code])
  })
})

describe('EECO03, long-term unemployed', () => {
  it.each([
    ['2002-01-01', '2025-01-15', '2025-07-15', false],
    ['2002-01-01', '2025-01-15', '2025-07-16', true],
    ['1990-01-01', '2025-01-15', '2026-01-15', false],
    ['1990-01-01', '2025-01-15', '2026-01-16', true],
    ['2001-03-01', '2025-08-27', '2026-02-28', true],
    ['2001-03-01', '2025-08-27', '2026-03-01', false],
    ['2003-01-01', '2025-08-31', '2026-02-28', false],
    ['2003-01-01', '2025-08-31', '2026-03-01', true],
  ])('born %s, unemployed since %s, entering %s: %s', (birthDate, unemployedSince, entry, expected) => {
    expect(counts('EECO03', entering(entry, { birthDate, unemployedSince, statusAtEntry: 'UNE' }))).toBe(
      expected,
    )
  })

  it('does not count when nobody knows since when', () => {
    expect(counts('EECO03', aRecord({ statusAtEntry: 'UNE', unemployedSince: null }))).toBe(false)
  })

  it('counts only the unemployed', () => {
    expect(counts('EECO03', aRecord({ statusAtEntry: 'INA', unemployedSince: '2020-01-01' }))).toBe(false)
  })
})

describe('EECO06, 07 and 08, age at first entry', () => {
  it.each([
    ['EECO06', '2008-03-10', '2026-03-09', true],
    ['EECO06', '2008-03-10', '2026-03-10', false],
    ['EECO07', '2008-03-10', '2026-03-09', false],
    ['EECO07', '2008-03-10', '2026-03-10', true],
    ['EECO07', '1996-05-01', '2026-04-30', true],
    ['EECO07', '1996-05-01', '2026-05-01', false],
    ['EECO08', '1971-06-15', '2026-06-14', false],
    ['EECO08', '1971-06-15', '2026-06-15', true],
    ['EECO06', '2008-02-29', '2026-02-28', true],
    ['EECO06', '2008-02-29', '2026-03-01', false],
  ] as const)('%s, born %s, entering %s: %s', (code, birthDate, entry, expected) => {
    expect(counts(code, entering(entry, { birthDate, statusAtEntry: 'INA' }))).toBe(expected)
  })

  it('stays what it was at the first entry when the person comes back older', () => {
    const record = aRecord({
      birthDate: '2008-03-10',
      statusAtEntry: 'INA',
      episodes: [anEpisode({ entry: '2026-05-01' }), anEpisode({ entry: '2026-03-01', exit: '2026-03-05' })],
    })
    expect(counts('EECO06', record)).toBe(true)
    expect(counts('EECO07', record)).toBe(false)
  })
})

describe('EECO09, 10 and 11, education', () => {
  it.each([
    [0, 'EECO09'],
    [2, 'EECO09'],
    [3, 'EECO10'],
    [4, 'EECO10'],
    [5, 'EECO11'],
    [8, 'EECO11'],
  ] as const)('ISCED %i counts in %s and in no other', (isced, code) => {
    const holding = (['EECO09', 'EECO10', 'EECO11'] as const).filter((one) => counts(one, aRecord({ isced })))
    expect(holding).toEqual([code])
  })
})

describe('EECO12 and 14 to 16, traits that may be refused', () => {
  it.each([
    ['EECO12', 'disability'],
    ['EECO14', 'foreignBackground'],
    ['EECO15', 'minority'],
    ['EECO16', 'homeless'],
  ] as const)('%s counts a yes, and no other answer', (code, field) => {
    const counted = (['Y', 'N', 'REFUSED', 'NOT_ASKED', 'UNKNOWN'] as const).map((answer) =>
      counts(code, aRecord({ [field]: answer })),
    )
    expect(counted).toEqual([true, false, false, false, false])
  })

  it('a refusal leaves the record complete', () => {
    const refused = aRecord({ disability: 'REFUSED', minority: 'REFUSED', homeless: 'NOT_ASKED' })
    expect(countIndicators([refused], LONG_AFTER).records.complete).toBe(1)
  })
})

describe('EECO13, third-country nationals', () => {
  it.each([
    [['RO'], false, false],
    [['US'], false, true],
    [['IT', 'US'], false, false],
    [['US', 'IT'], false, false],
    [['CH'], false, true],
    [['NO'], false, true],
    [['GB'], false, true],
    [['UK'], false, true],
    [['HR'], false, false],
    [['EL'], false, false],
    [[], true, true],
    [[], false, false],
    [['MA', 'TN'], false, true],
  ] as const)('citizenship %j, stateless %s: %s', (citizenship, stateless, expected) => {
    expect(counts('EECO13', aRecord({ citizenship, stateless }))).toBe(expected)
  })

  it('reads the list of Member States as it was at entry', () => {
    const british = { citizenship: ['GB'] }
    expect(counts('EECO13', entering('2020-01-31', british))).toBe(false)
    expect(counts('EECO13', entering('2020-02-01', british))).toBe(true)
  })

  it('and foreign background are independent of each other', () => {
    const romanian = aRecord({ citizenship: ['RO'], foreignBackground: 'Y' })
    const american = aRecord({ citizenship: ['US'], foreignBackground: 'N' })
    expect([counts('EECO13', romanian), counts('EECO14', romanian)]).toEqual([false, true])
    expect([counts('EECO13', american), counts('EECO14', american)]).toEqual([true, false])
  })
})

describe('EECO17, rural areas', () => {
  it('counts the residents of class 3 only, and nobody whose class is unknown', () => {
    expect(([1, 2, 3, null] as const).map((degurba) => counts('EECO17', aRecord({ degurba })))).toEqual([
      false,
      false,
      true,
      false,
    ])
  })
})

describe('results upon leaving', () => {
  it.each([
    ['the day of leaving', '2025-09-30', '2025-09-30', true],
    ['the day before', '2025-09-30', '2025-09-29', false],
    ['day 28', '2025-09-30', '2025-10-28', true],
    ['day 29', '2025-09-30', '2025-10-29', false],
    ['day 28 across February', '2025-02-10', '2025-03-10', true],
    ['day 29 across February', '2025-02-10', '2025-03-11', false],
  ])('a qualification on %s', (_, exit, eventOn, expected) => {
    expect(counts('EECR03', leaving(exit, { afterExit: { eventOn, qualification: true } }))).toBe(expected)
  })

  it('EECR01 counts the inactive who search, whatever their status became', () => {
    const searching = { afterExit: { eventOn: '2025-04-20', searching: true, status: 'EMP' as const } }
    const by = (statusAtEntry: 'UNE' | 'INA' | 'EMP') =>
      counts('EECR01', leaving('2025-03-31', searching, { statusAtEntry }))
    expect([by('INA'), by('UNE'), by('EMP')]).toEqual([true, false, false])
  })

  it('EECR02 counts those who were not in education at entry, and nobody whose entry is unknown', () => {
    const studying = { afterExit: { inEducation: true } }
    const by = (inEducationAtEntry: boolean | null) =>
      counts('EECR02', leaving('2025-03-31', studying, { inEducationAtEntry }))
    expect([by(false), by(true), by(null)]).toEqual([true, false, false])
  })

  it('EECR04 counts the unemployed and the inactive who found work', () => {
    const working = { afterExit: { status: 'EMP' as const } }
    const by = (statusAtEntry: 'UNE' | 'INA' | 'EMP') =>
      counts('EECR04', leaving('2025-03-31', working, { statusAtEntry }))
    expect([by('UNE'), by('INA'), by('EMP')]).toEqual([true, true, false])
  })

  it('a job found on day 29 leaves the record and takes the result away', () => {
    const record = leaving(
      '2025-06-30',
      { afterExit: { eventOn: '2025-07-29', status: 'EMP' } },
      { statusAtEntry: 'UNE' },
    )
    expect(counts('EECR04', record)).toBe(false)
    expect(counts('EECO01', record)).toBe(true)
  })
})

describe('results six months after leaving', () => {
  it.each([
    ['2025-08-31', '2026-02-27', false],
    ['2025-08-31', '2026-02-28', true],
    ['2025-08-31', '2026-09-15', true],
    ['2024-08-29', '2025-02-28', true],
    ['2023-08-31', '2024-02-28', false],
    ['2023-08-31', '2024-02-29', true],
  ])('left %s, seen at work on %s: %s', (exit, observedOn, expected) => {
    const record = leaving(exit, { afterSixMonths: { observedOn, status: 'EMP' } }, { statusAtEntry: 'UNE' })
    const left = { ...record, episodes: record.episodes.map((one) => ({ ...one, entry: '2023-01-10' })) }
    expect(counts('EECR05', left)).toBe(expected)
  })

  it('EECR05 counts a job gained after the fourth week, and not one lost before the sixth month', () => {
    const gained = {
      afterExit: { status: 'UNE' as const },
      afterSixMonths: { observedOn: '2026-03-31', status: 'EMP' as const },
    }
    const lost = {
      afterExit: { status: 'EMP' as const },
      afterSixMonths: { observedOn: '2026-03-31', status: 'UNE' as const },
    }
    const by = (results: typeof gained | typeof lost) =>
      (['EECR04', 'EECR05'] as const).map((code) =>
        counts(code, leaving('2025-09-30', results, { statusAtEntry: 'UNE' })),
      )
    expect(by(gained)).toEqual([false, true])
    expect(by(lost)).toEqual([true, false])
  })

  it('EECR05 never counts the employed, EECR06 nobody else', () => {
    const better = { afterSixMonths: { observedOn: '2026-03-31', status: 'EMP' as const, improved: true } }
    const by = (statusAtEntry: 'UNE' | 'INA' | 'EMP') =>
      (['EECR05', 'EECR06'] as const).map((code) =>
        counts(code, leaving('2025-09-30', better, { statusAtEntry })),
      )
    expect([by('UNE'), by('INA'), by('EMP')]).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ])
  })
})
