import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countIndicators } from './count-indicators.ts'
import type { AfterExit, ParticipantRecord } from './participant-record.ts'
import { checkRecord } from './record-rules.ts'
import type { RecordContext } from './rule-finding.ts'
import { aRecord, anEpisode } from './testing/a-record.ts'
import { anyRecords } from './testing/simulated-records.ts'

const TODAY: RecordContext = { today: '2026-12-31' }

function findings(
  record: Partial<ParticipantRecord>,
  context: Partial<RecordContext> = {},
): readonly string[] {
  return checkRecord(aRecord(record), { ...TODAY, ...context }).map(({ rule, level }) => `${rule} ${level}`)
}

function afterExit(given: Partial<AfterExit>): AfterExit {
  return {
    eventOn: '2026-02-10',
    status: null,
    searching: false,
    inEducation: false,
    qualification: false,
    ...given,
  }
}

function left(results: Partial<ReturnType<typeof anEpisode>>, record: Partial<ParticipantRecord> = {}) {
  return { ...record, episodes: [anEpisode({ exit: '2026-02-01', ...results })] }
}

describe('a record on its way to be saved', () => {
  it('passes when nothing is wrong', () => {
    expect(findings({})).toEqual([])
  })

  it('says nothing of a person who has not entered', () => {
    expect(findings({ gender: null, episodes: [] })).toEqual([])
  })

  it.each(['gender', 'birthDate', 'statusAtEntry', 'isced'] as const)('R01 stops it without %s', (field) => {
    expect(findings({ [field]: null })).toEqual(['R01 block'])
  })

  it('R02 stops a birth after entry', () => {
    expect(findings({ birthDate: '2026-01-13', statusAtEntry: 'INA', isced: 0 })).toEqual(['R02 block'])
  })

  it('R03 stops days that cannot be: upside down, overlapping, after today', () => {
    expect(findings({ episodes: [anEpisode({ exit: '2026-01-01' })] })).toEqual(['R03 block'])
    expect(findings({ episodes: [anEpisode(), anEpisode()] })).toEqual(['R03 block'])
    expect(findings({ episodes: [anEpisode({ exit: '2027-01-01' })] })).toEqual(['R03 block'])
    expect(findings({ episodes: [anEpisode({ entry: '2027-01-01' })] })).toEqual(['R03 block'])
    expect(findings({ episodes: [anEpisode({ exit: '2026-12-31' })] })).toEqual([])
  })

  it('R03 stops days outside the operation', () => {
    const operation = { startsOn: '2026-01-12', endsOn: '2026-06-30', coworkingOnly: false }
    expect(findings({ episodes: [anEpisode({ exit: '2026-06-30' })] }, { operation })).toEqual([])
    expect(findings({ episodes: [anEpisode({ exit: '2026-07-01' })] }, { operation })).toEqual(['R03 block'])
    expect(findings({}, { operation: { ...operation, startsOn: '2026-01-13' } })).toEqual(['R03 block'])
    expect(
      findings(
        { episodes: [anEpisode({ exit: '2026-07-01' })] },
        { operation: { ...operation, endsOn: null } },
      ),
    ).toEqual([])
  })

  it('R04 stops more than one status', () => {
    expect(findings({ statusAtEntry: 'CONTRADICTORY' })).toEqual(['R04 block'])
  })

  it('R05 stops unemployment that begins after entry or without being unemployed, and asks when it began', () => {
    expect(findings({ statusAtEntry: 'UNE', unemployedSince: '2026-01-13' })).toEqual(['R05 block'])
    expect(findings({ unemployedSince: '2025-01-13' })).toEqual(['R05 block'])
    expect(findings({ statusAtEntry: 'UNE' })).toEqual(['R05 warn'])
    expect(findings({ statusAtEntry: 'UNE', unemployedSince: '2026-01-12' })).toEqual([])
  })

  it('R06 stops work before fifteen and asks about work before eighteen', () => {
    expect(findings({ birthDate: '2011-01-13', isced: 2 })).toEqual(['R06 block'])
    expect(findings({ birthDate: '2011-01-12', isced: 2 })).toEqual(['R06 warn'])
    expect(findings({ birthDate: '2008-01-12' })).toEqual([])
  })

  it('R07 asks about an education that few have at that age', () => {
    expect(findings({ birthDate: '2008-01-13', statusAtEntry: 'INA', isced: 5 })).toEqual(['R07 warn'])
    expect(findings({ birthDate: '2011-01-13', statusAtEntry: 'INA', isced: 3 })).toEqual(['R07 warn'])
    expect(findings({ birthDate: '2011-01-12', statusAtEntry: 'INA', isced: 3 })).toEqual([])
  })

  it('R08 asks about a fiscal code that is wrong or says otherwise, and never forces a sex', () => {
    const fiscalCode = 'RSSMRA85T10A562S'
    expect(findings({ gender: 'M', birthDate: '1985-12-10' }, { fiscalCode })).toEqual([])
    expect(findings({ gender: 'X', birthDate: '1985-12-10' }, { fiscalCode })).toEqual([])
    expect(findings({ gender: 'F', birthDate: '1985-12-10' }, { fiscalCode })).toEqual(['R08 warn'])
    expect(findings({ gender: 'M', birthDate: '1985-12-11' }, { fiscalCode })).toEqual(['R08 warn'])
    expect(findings({}, { fiscalCode: 'RSSMRA85T10A562T' })).toEqual(['R08 warn'])
  })

  it('R09 stops a second record of the same person', () => {
    expect(findings({}, { copies: 1 })).toEqual(['R09 block'])
    expect(findings({}, { copies: 0 })).toEqual([])
  })

  it('R10 stops a stateless citizen of the Union and asks about a stateless citizen of another country', () => {
    expect(findings({ stateless: true })).toEqual(['R10 block'])
    expect(findings({ stateless: true, citizenship: ['US'] })).toEqual(['R10 warn'])
    expect(findings({ stateless: true, citizenship: [] })).toEqual([])
  })

  it('R11 stops a result of somebody who has not left', () => {
    expect(findings({ episodes: [anEpisode({ afterExit: afterExit({}) })] })).toEqual(['R11 block'])
  })

  it('R12 stops a result outside the four weeks', () => {
    expect(findings(left({ afterExit: afterExit({ eventOn: '2026-03-01' }) }))).toEqual([])
    expect(findings(left({ afterExit: afterExit({ eventOn: '2026-03-02' }) }))).toEqual(['R12 block'])
    expect(findings(left({ afterExit: afterExit({ eventOn: '2026-01-31' }) }))).toEqual(['R12 block'])
  })

  it('R13 stops a result that is not a change since entry', () => {
    expect(findings(left({ afterExit: afterExit({ searching: true }) }))).toEqual(['R13 block'])
    expect(findings(left({ afterExit: afterExit({ searching: true }) }, { statusAtEntry: 'INA' }))).toEqual(
      [],
    )
    expect(findings(left({ afterExit: afterExit({ inEducation: true }) }))).toEqual([])
    expect(
      findings(left({ afterExit: afterExit({ inEducation: true }) }, { inEducationAtEntry: true })),
    ).toEqual(['R13 block'])
    const better = { observedOn: '2026-08-01', status: 'EMP' as const, improved: true }
    expect(findings(left({ afterSixMonths: better }))).toEqual([])
    expect(findings(left({ afterSixMonths: better }, { statusAtEntry: 'INA' }))).toEqual(['R13 block'])
  })

  it('R14 asks about an observation before the sixth month, or later than the tolerance', () => {
    const seen = (observedOn: string, sixMonthToleranceDays?: number) =>
      findings(
        left({ afterSixMonths: { observedOn, status: 'EMP', improved: false } }),
        sixMonthToleranceDays === undefined ? {} : { sixMonthToleranceDays },
      )
    expect(seen('2026-07-31')).toEqual(['R14 warn'])
    expect(seen('2026-08-01')).toEqual([])
    expect(seen('2026-08-31', 30)).toEqual([])
    expect(seen('2026-09-01', 30)).toEqual(['R14 warn'])
    expect(seen('2026-12-01')).toEqual([])
  })

  it('R15 stops a special category that nobody asked, or a refusal that nothing proves', () => {
    expect(findings({ disability: 'NOT_ASKED' })).toEqual(['R15 block'])
    expect(findings({ minority: 'NOT_ASKED' })).toEqual(['R15 block'])
    expect(findings({ minority: 'REFUSED' }, { askingIsProved: false })).toEqual(['R15 block'])
    expect(findings({ minority: 'REFUSED' }, { askingIsProved: true })).toEqual([])
    expect(findings({ homeless: 'NOT_ASKED', foreignBackground: 'NOT_ASKED' })).toEqual([])
  })

  it('R16 stops a change to what was said at entry without a reason and two people', () => {
    const firstSaved = aRecord()
    const approvedBy = ['anna', 'bruno']
    expect(findings({ isced: 5 }, { firstSaved })).toEqual(['R16 block', 'R16 block'])
    expect(
      findings({ isced: 5 }, { firstSaved, correction: { reason: 'titolo', approvedBy: ['anna', 'anna'] } }),
    ).toEqual(['R16 block'])
    expect(findings({ isced: 5 }, { firstSaved, correction: { reason: ' ', approvedBy } })).toEqual([
      'R16 block',
    ])
    expect(findings({ isced: 5 }, { firstSaved, correction: { reason: 'titolo', approvedBy } })).toEqual([])
    expect(findings({ episodes: [anEpisode({ entry: '2026-01-13' })] }, { firstSaved })).toEqual([
      'R16 block',
      'R16 block',
    ])
    expect(findings(left({}), { firstSaved })).toEqual([])
  })

  it('R17 asks about a child in an operation of coworking only', () => {
    const operation = { startsOn: '2026-01-01', endsOn: null, coworkingOnly: true }
    const child = { birthDate: '2016-01-01', statusAtEntry: 'INA' as const, isced: 0 }
    expect(findings(child, { operation })).toEqual(['R17 warn'])
    expect(findings(child, { operation: { ...operation, coworkingOnly: false } })).toEqual([])
    expect(findings({}, { operation })).toEqual([])
  })
})

describe('saving and counting', () => {
  it('agree: what keeps a record out of the figures would have stopped it from being saved', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        for (const record of records) {
          const blocked = checkRecord(record, { today: '2027-12-31' })
            .filter(({ level }) => level === 'block')
            .map(({ rule }) => rule)
          const kept = countIndicators([record], '2027-12-31').faults.map(({ rule }) => rule)
          expect(blocked).toEqual(expect.arrayContaining(kept))
        }
      }),
      { numRuns: 60 },
    )
  })
})
