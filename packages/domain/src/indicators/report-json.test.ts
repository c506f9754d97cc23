import { describe, expect, it } from 'vitest'
import { countIndicators } from './count-indicators.ts'
import { reportJson, sortedJson } from './report-json.ts'
import { aRecord } from './testing/a-record.ts'

describe('the printed report', () => {
  it('has its keys in order, operations called by numbers included', () => {
    const records = ['9A', '10', '9', 'b', '__proto__'].map((operation) => aRecord({ operation }))
    const printed = reportJson(countIndicators(records, '2026-06-30'))
    const named = [...printed.matchAll(/"([^"]+)":\{"EECO01"/g)].map(([, name]) => name)
    expect(named).toEqual(['10', '9', '9A', '__proto__', 'b', 'programme'])
    expect(Object.keys(JSON.parse(printed))).toEqual(['faults', 'operations', 'programme', 'records'])
  })

  it('is the same text whatever the order of what it prints', () => {
    expect(sortedJson({ b: [{ d: 1, c: null }], a: 'x"' })).toBe('{"a":"x\\"","b":[{"c":null,"d":1}]}')
  })
})
