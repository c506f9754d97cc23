import { describe, expect, it } from 'vitest'
import { readMonitoringSnapshot } from './read-monitoring-snapshot.ts'

const SNAPSHOT = {
  snapshot: '2026-06/1',
  asOf: '2026-06-30',
  period: '202606',
  operations: [{ operation: 'OP1', project: 'LAZ-1', planned: { EECO01: 40 }, entities: { EECO18: 1 } }],
  records: [{ operation: 'OP1', person: 'p1', episodes: [{ entry: '2026-01-12' }] }],
  vault: [{ operation: 'OP1', person: 'p1', fiscalCode: 'RSSMRA85T10A562S' }],
}

function faultsOf(given: Readonly<Record<string, unknown>>): readonly string[] {
  const reading = readMonitoringSnapshot({ ...SNAPSHOT, ...given })
  return reading.read ? [] : reading.faults.map(({ path, says }) => `${path} ${says}`)
}

describe('a monitoring snapshot', () => {
  it('is read with its plans, its records and its vault', () => {
    const reading = readMonitoringSnapshot(SNAPSHOT)
    expect(reading.read && reading.snapshot.operations[0]?.planned.get('EECO01')).toBe(40)
    expect(reading.read && reading.snapshot.vault[0]?.marketCondition).toBeNull()
  })

  it.each([
    [{ snapshot: null }, 'snapshot is missing'],
    [{ period: '202613' }, 'period is not a month written YYYYMM'],
    [{ asOf: undefined }, 'asOf is missing'],
    [{ records: undefined }, 'records is missing'],
    [{ records: [{}] }, 'records[0].episodes is missing'],
    [{ note: 1 }, 'note is not a field of this format'],
    [{ operations: [{ operation: 'OP1' }] }, 'operations[0].project is missing'],
    [
      { operations: [{ operation: 'OP1', project: 'L', planned: { EECO99: 1 } }] },
      'operations[0].planned has "EECO99", which is no indicator',
    ],
    [
      { operations: [{ operation: 'OP1', project: 'L', planned: { EECO01: '4' } }] },
      'operations[0].planned.EECO01 is not a number',
    ],
    [
      { operations: [{ operation: 'OP1', project: 'L', entities: { EECO01: 1 } }] },
      'operations[0].entities has "EECO01", which counts no entities',
    ],
    [
      { vault: [{ operation: 'OP1', person: 'p1', name: 'x' }] },
      'vault[0].name is not a field of this format',
    ],
    [
      { vault: [{ operation: 'OP1', person: 'p1', marketCondition: 'toString' }] },
      'vault[0].marketCondition is none of first-job-seeker, unemployed, employed, student, other-inactive',
    ],
  ])('with %j is refused', (given, fault) => {
    expect(faultsOf(given)).toContain(fault)
  })
})
