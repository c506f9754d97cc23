import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReleaseCase } from './read-release-case.ts'

const table = { threshold: 5, cells: { all: 12, a: 7, b: 5 }, sums: [{ total: 'all', parts: ['a', 'b'] }] }

function faultsOf(value: unknown): readonly string[] {
  const reading = readReleaseCase(value, '')
  return reading.valid ? [] : reading.faults.map(({ path, problem }) => `${path} ${problem}`)
}

describe('a case of release-check', () => {
  it('is read as it is written', () => {
    expect(faultsOf(table)).toEqual([])
    expect(faultsOf({ ...table, keep: ['all'], sensitive: [0], previous: { a: 5 } })).toEqual([])
    expect(faultsOf({ threshold: 5, cells: { alone: 3 } })).toEqual([])
  })

  it.each([
    ['nothing', null, ' is not an object.'],
    ['a field nobody knows', { ...table, treshold: 3 }, 'treshold is not a known field.'],
    ['no threshold', { cells: {} }, 'threshold is not a whole number of at least 1.'],
    ['no cells', { threshold: 5 }, 'cells is not an object of counts.'],
    [
      'half a person',
      { ...table, cells: { ...table.cells, c: 0.5 } },
      'cells["c"] is not a count of people.',
    ],
    [
      'fewer than none',
      { ...table, cells: { ...table.cells, c: -1 } },
      'cells["c"] is not a count of people.',
    ],
    [
      'an unknown count on show',
      { ...table, cells: { ...table.cells, c: null } },
      'cells["c"] is unknown, and not hidden.',
    ],
    [
      'a stranger among the parts',
      { ...table, sums: [{ total: 'all', parts: ['a', 'c'] }] },
      'sums[0].parts[1] names "c", which is no cell.',
    ],
    [
      'a stranger as total',
      { ...table, sums: [{ total: 'c', parts: ['a'] }] },
      'sums[0].total names "c", which is no cell.',
    ],
    [
      'a sum of nothing',
      { ...table, sums: [{ total: 'all', parts: [] }] },
      'sums[0].parts is not a list of at least one name.',
    ],
    [
      'a cell counted twice',
      { ...table, sums: [{ total: 'all', parts: ['a', 'a', 'b'] }] },
      'sums[0] names a cell twice.',
    ],
    [
      'a sum with a field more',
      { ...table, sums: [{ total: 'all', parts: ['a', 'b'], why: 1 }] },
      'sums[0] is not an object of "total" and "parts" alone.',
    ],
    ['a sum that does not add up', { ...table, cells: { all: 13, a: 7, b: 5 } }, 'sums[0] does not add up.'],
    ['a kept stranger', { ...table, keep: ['c'] }, 'keep names "c", which is no cell.'],
    [
      'a sensitive sum that is not there',
      { ...table, sensitive: [1] },
      'sensitive is not a list of positions in "sums".',
    ],
    [
      'a former count of nothing known',
      { ...table, previous: { c: 5 } },
      'previous names "c", which is no cell.',
    ],
    [
      'parts larger than their total',
      { ...table, hidden: ['b'], cells: { all: 6, a: 7, b: null } },
      'sums[0] does not add up.',
    ],
  ])('%s is refused, with its place', (_, value, fault) => {
    expect(faultsOf(value)).toContain(fault)
  })

  it('names that JavaScript has plans for are names like any other', () => {
    const text =
      '{"threshold":5,"cells":{"__proto__":12,"constructor":7,"0":5},"sums":[{"total":"__proto__","parts":["constructor","0"]}]}'
    const reading = readReleaseCase(JSON.parse(text), '')
    expect(reading.valid && reading.case.kind === 'choose' && [...reading.case.tables.cells.keys()]).toEqual([
      '0',
      '__proto__',
      'constructor',
    ])
  })

  it('no file makes the reading fall over: it answers with tables or with places', () => {
    const field = fc.constantFrom(
      'threshold',
      'cells',
      'sums',
      'keep',
      'sensitive',
      'hidden',
      'previous',
      'other',
    )
    fc.assert(
      fc.property(fc.dictionary(field, fc.jsonValue({ maxDepth: 3 })), (value) => {
        const reading = readReleaseCase({ ...table, ...value }, '')
        expect(reading.valid || reading.faults.length > 0).toBe(true)
      }),
    )
  })
})
