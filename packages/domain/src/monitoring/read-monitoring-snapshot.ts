import { JsonReading, pathOf, valueOf } from '../indicators/json-reading.ts'
import type { InputFault, JsonObject } from '../indicators/json-reading.ts'
import { STATUS_OF_MARKET_CONDITION } from '../indicators/market-condition.ts'
import type { MarketCondition } from '../indicators/market-condition.ts'
import { readParticipantRecords } from '../indicators/read-indicator-file.ts'
import { ENTITY_CODES } from '../indicators/report-rules.ts'
import type { EntityCounts } from '../indicators/report-rules.ts'
import { INDICATORS } from '../indicators/indicator-definitions.ts'
import type { MonitoringSnapshot, SnapshotOperation, VaultEntry } from './monitoring-snapshot.ts'

export type MonitoringSnapshotReading =
  | { readonly read: true; readonly snapshot: MonitoringSnapshot }
  | { readonly read: false; readonly faults: readonly InputFault[] }

const SNAPSHOT_FIELDS: ReadonlySet<string> = new Set([
  'snapshot',
  'asOf',
  'period',
  'operations',
  'records',
  'vault',
])
const OPERATION_FIELDS: ReadonlySet<string> = new Set(['operation', 'project', 'planned', 'entities'])
const VAULT_FIELDS: ReadonlySet<string> = new Set([
  'operation',
  'person',
  'fiscalCode',
  'course',
  'residence',
  'domicile',
  'marketCondition',
  'workType',
])
const CODES: ReadonlySet<string> = new Set([...INDICATORS.map(({ code }) => code), ...ENTITY_CODES])

/** Reads a parsed snapshot strictly; refuses it whole, with every fault and its path. */
export function readMonitoringSnapshot(value: unknown): MonitoringSnapshotReading {
  const json = new JsonReading()
  const holder = json.object(value, '', SNAPSHOT_FIELDS)
  const snapshot: MonitoringSnapshot = {
    snapshot: json.text(holder, 'snapshot'),
    asOf: json.requiredDay(holder, 'asOf'),
    period: readPeriod(json, holder),
    operations: json.list(holder, 'operations', readOperation),
    records: readParticipantRecords(json, holder, 'records'),
    vault: json.list(holder, 'vault', readVaultEntry),
  }
  return json.faults.length > 0 ? { read: false, faults: json.faults } : { read: true, snapshot }
}

function readPeriod(json: JsonReading, holder: JsonObject): string {
  const period = json.text(holder, 'period')
  if (period !== '' && !/^\d{4}(0[1-9]|1[0-2])$/.test(period))
    json.blame('period', 'is not a month written YYYYMM')
  return period
}

function readOperation(json: JsonReading, value: unknown, path: string): SnapshotOperation {
  const holder = json.object(value, path, OPERATION_FIELDS)
  const planned = json.entries(holder, 'planned', readAmount)
  const entities = json.entries(holder, 'entities', readAmount)
  for (const code of planned.keys()) {
    if (!CODES.has(code)) json.blame(`${path}.planned`, `has ${JSON.stringify(code)}, which is no indicator`)
  }
  return {
    operation: json.text(holder, 'operation'),
    project: json.text(holder, 'project'),
    planned,
    entities: readEntities(json, entities, path),
  }
}

function readEntities(json: JsonReading, entities: ReadonlyMap<string, number>, path: string): EntityCounts {
  const counts: { [code in (typeof ENTITY_CODES)[number]]?: number } = {}
  for (const [name, count] of entities) {
    const code = ENTITY_CODES.find((candidate) => candidate === name)
    if (code === undefined)
      json.blame(`${path}.entities`, `has ${JSON.stringify(name)}, which counts no entities`)
    else counts[code] = count
  }
  return counts
}

function readAmount(json: JsonReading, value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  json.blame(path, 'is not a number')
  return 0
}

function readVaultEntry(json: JsonReading, value: unknown, path: string): VaultEntry {
  const holder = json.object(value, path, VAULT_FIELDS)
  return {
    operation: json.text(holder, 'operation'),
    person: json.text(holder, 'person'),
    fiscalCode: optionalText(json, holder, 'fiscalCode'),
    course: optionalText(json, holder, 'course'),
    residence: optionalText(json, holder, 'residence'),
    domicile: optionalText(json, holder, 'domicile'),
    marketCondition: readMarketCondition(json, holder),
    workType: optionalText(json, holder, 'workType'),
  }
}

function optionalText(json: JsonReading, holder: JsonObject, field: string): string | null {
  return valueOf(holder, field) === null ? null : json.text(holder, field)
}

function readMarketCondition(json: JsonReading, holder: JsonObject): MarketCondition | null {
  const value = valueOf(holder, 'marketCondition')
  if (value === null) return null
  if (typeof value === 'string' && isMarketCondition(value)) return value
  const known = Object.keys(STATUS_OF_MARKET_CONDITION).join(', ')
  json.blame(pathOf(holder, 'marketCondition'), `is none of ${known}`)
  return null
}

function isMarketCondition(text: string): text is MarketCondition {
  return Object.hasOwn(STATUS_OF_MARKET_CONDITION, text)
}
