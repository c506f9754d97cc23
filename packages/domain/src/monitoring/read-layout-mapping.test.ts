import { describe, expect, it } from 'vitest'
import layouts from './puc-layouts.json' with { type: 'json' }
import { readLayoutMapping } from './read-layout-mapping.ts'

type Json = Record<string, unknown>

function faultsOf(change: (copy: typeof layouts & Json) => void): readonly string[] {
  const copy = structuredClone(layouts)
  change(copy)
  const reading = readLayoutMapping(copy)
  return reading.read ? [] : reading.faults.map(({ path, says }) => `${path} ${says}`)
}

describe('a mapping of the layouts', () => {
  it('that comes with the product can be read', () => {
    expect(faultsOf(() => undefined)).toEqual([])
  })

  it.each([
    ['a field of no meaning', (m: Json) => (m['note'] = 'x'), 'note is not a field of this format'],
    ['no version', (m: Json) => delete m['version'], 'version is missing'],
    ['no settings', (m: Json) => delete m['settings'], 'settings is not an object'],
    ['a strange day', (m: Json) => (m['dayFormat'] = 'MM/DD'), 'dayFormat is none of DD/MM/YYYY, YYYY-MM-DD'],
    ['records in a list', (m: Json) => (m['records'] = []), 'records is not an object'],
  ])('with %s is refused', (_, change, fault) => {
    expect(faultsOf(change)).toContain(fault)
  })

  it.each(['../SC01.csv', '/tmp/SC01.csv', '.hidden', '', 'SC01/x'])(
    'cannot write to the file %j',
    (name) => {
      const faults = faultsOf((mapping) => mapping.files.push({ name, record: 'SC01', dialect: 'csv' }))
      expect(faults.some((fault) => fault.startsWith('files[6].name'))).toBe(true)
    },
  )

  it.each(['in01.TXT', 'manifest.json'])('cannot write two files called %j', (name) => {
    const faults = faultsOf((mapping) => mapping.files.push({ name, record: 'SC01', dialect: 'csv' }))
    expect(faults).toEqual(['files[6].name is taken'])
  })

  it('cannot name a record, a dialect, a table or a fact that it does not hold', () => {
    const file = { name: 'X.csv', record: 'SC02', dialect: 'tsv' }
    expect(faultsOf((mapping) => mapping.files.push(file))).toEqual([
      'files[6].record is not among records',
      'files[6].dialect is not among dialects',
    ])
    expect(
      faultsOf((mapping) => Object.assign(mapping.records.IN01.columns[0] ?? {}, { fact: 'surname' })),
    ).toEqual(['records.IN01.columns[0].fact is no fact of output-indicators'])
    expect(
      faultsOf((mapping) => Object.assign(mapping.records.IN01.columns[0] ?? {}, { table: 'TC0' })),
    ).toEqual(['records.IN01.columns[0].table is not among tables'])
    expect(
      faultsOf((mapping) => Object.assign(mapping.records.IN01.columns[0] ?? {}, { constant: 'x' })),
    ).toEqual(['records.IN01.columns[0].constant stands beside a fact'])
  })

  it('cannot have a length that is no number of characters, nor a code that is no text', () => {
    expect(
      faultsOf((mapping) => Object.assign(mapping.records.IN01.columns[0] ?? {}, { length: 1.5 })),
    ).toHaveLength(1)
    expect(faultsOf((mapping) => Object.assign(mapping.tables.SESSO.codes, { X: 3 }))).toEqual([
      'tables.SESSO.codes.X is not a code',
    ])
  })

  it('cannot choose what no setting offers', () => {
    expect(
      faultsOf((mapping) => Object.assign(mapping.settings.vulnerability, { value: ['poverty'] })),
    ).toEqual([
      'settings.vulnerability.value[0] is none of disability, homeless, minority, foreignBackground',
    ])
    expect(faultsOf((mapping) => Object.assign(mapping.settings.eeco01, { value: 'some' }))).toHaveLength(1)
  })
})
