import { describe, expect, it } from 'vitest'
import { readIndicatorFile } from './read-indicator-file.ts'

const RECORD = {
  operation: 'OP1',
  person: 'p1',
  episodes: [{ entry: '2026-01-12' }],
}

function faultsIn(record: Readonly<Record<string, unknown>>): readonly string[] {
  const reading = readIndicatorFile({ asOf: '2026-06-30', records: [{ ...RECORD, ...record }] })
  return reading.read ? [] : reading.faults.map(({ path, says }) => `${path} ${says}`)
}

function firstRecord(record: Readonly<Record<string, unknown>>) {
  const reading = readIndicatorFile({ asOf: '2026-06-30', records: [{ ...RECORD, ...record }] })
  return reading.read ? reading.file.records[0] : undefined
}

describe('a participants file', () => {
  it('needs an operation, a person and episodes; everything else has a "no value", and no missing answer is a no', () => {
    expect(firstRecord({})).toEqual({
      operation: 'OP1',
      person: 'p1',
      gender: null,
      birthDate: null,
      statusAtEntry: null,
      unemployedSince: null,
      inEducationAtEntry: null,
      isced: null,
      citizenship: [],
      stateless: false,
      foreignBackground: 'NOT_ASKED',
      minority: 'NOT_ASKED',
      disability: 'NOT_ASKED',
      homeless: 'NOT_ASKED',
      degurba: null,
      episodes: [{ entry: '2026-01-12', exit: null, afterExit: null, afterSixMonths: null }],
    })
  })

  it.each([
    [{ operation: undefined }, 'records[0].operation is missing'],
    [{ person: ' ' }, 'records[0].person is not a text, or is blank'],
    [{ person: 7 }, 'records[0].person is not a text, or is blank'],
    [{ episodes: undefined }, 'records[0].episodes is missing'],
    [{ episodes: {} }, 'records[0].episodes is not a list'],
    [{ surname: 'x' }, 'records[0].surname is not a field of this format'],
    [{ 'a\nb': 1 }, 'records[0]["a\\nb"] is not a field of this format'],
    [{ gender: 'f' }, 'records[0].gender is none of F, M, X'],
    [{ birthDate: '2025-02-29' }, 'records[0].birthDate is not a day written YYYY-MM-DD'],
    [{ birthDate: 20250101 }, 'records[0].birthDate is not a day written YYYY-MM-DD'],
    [{ statusAtEntry: 'STUDENT' }, 'records[0].statusAtEntry is none of UNE, INA, EMP'],
    [{ statusAtEntry: ['UNE', 'STUDENT'] }, 'records[0].statusAtEntry[1] is none of UNE, INA, EMP'],
    [{ inEducationAtEntry: 'no' }, 'records[0].inEducationAtEntry is neither true nor false'],
    [{ isced: 9 }, 'records[0].isced is none of 0, 1, 2, 3, 4, 5, 6, 7, 8'],
    [{ isced: '3' }, 'records[0].isced is none of 0, 1, 2, 3, 4, 5, 6, 7, 8'],
    [{ isced: 2.5 }, 'records[0].isced is none of 0, 1, 2, 3, 4, 5, 6, 7, 8'],
    [{ citizenship: 'IT' }, 'records[0].citizenship is not a list'],
    [{ citizenship: ['IT', 'ITA'] }, 'records[0].citizenship[1] is not a country in ISO 3166-1 alpha-2'],
    [{ homeless: 'MAYBE' }, 'records[0].homeless is none of Y, N, REFUSED, NOT_ASKED, UNKNOWN'],
    [{ degurba: 4 }, 'records[0].degurba is none of 1, 2, 3'],
    [{ episodes: [{}] }, 'records[0].episodes[0].entry is missing'],
    [
      { episodes: [{ entry: '2026-01-12', left: 1 }] },
      'records[0].episodes[0].left is not a field of this format',
    ],
    [
      { episodes: [{ entry: '2026-01-12', afterExit: {} }] },
      'records[0].episodes[0].afterExit.eventOn is missing',
    ],
    [
      { episodes: [{ entry: '2026-01-12', afterExit: [] }] },
      'records[0].episodes[0].afterExit is not an object',
    ],
    [
      { episodes: [{ entry: '2026-01-12', afterSixMonths: { observedOn: '2026-09-01', better: true } }] },
      'records[0].episodes[0].afterSixMonths.better is not a field of this format',
    ],
  ])('with %j is refused, with the path', (record, fault) => {
    expect(faultsIn(record)).toEqual([fault])
  })

  it('is refused with every fault at once', () => {
    expect(faultsIn({ gender: 'Q', isced: 10, episodes: [{ entry: 'x' }, 4] })).toHaveLength(4)
  })

  it.each([
    [null, ' is not an object'],
    [[], ' is not an object'],
    [{ asOf: '2026-06-30' }, 'records is missing'],
    [{ asOf: 'today', records: [] }, 'asOf is not a day written YYYY-MM-DD'],
    [{ records: [], note: '' }, 'note is not a field of this format'],
    [{ records: [null] }, 'records[0] is not an object'],
    [JSON.parse('{"records":[],"__proto__":{}}'), '__proto__ is not a field of this format'],
  ])('that is %j is refused', (value, fault) => {
    const reading = readIndicatorFile(value)
    expect(reading.read ? [] : reading.faults.map(({ path, says }) => `${path} ${says}`)).toContain(fault)
  })

  it('may leave the day to whoever reads it', () => {
    expect(readIndicatorFile({ records: [] })).toEqual({ read: true, file: { asOf: null, records: [] } })
  })

  it('may bring several statuses, which are one only when they agree', () => {
    expect(firstRecord({ statusAtEntry: ['UNE', 'UNE'] })?.statusAtEntry).toBe('UNE')
    expect(firstRecord({ statusAtEntry: ['UNE', 'EMP'] })?.statusAtEntry).toBe('CONTRADICTORY')
    expect(firstRecord({ statusAtEntry: [] })?.statusAtEntry).toBe('CONTRADICTORY')
  })
})
