import { JsonReading, pathOf, valueOf } from '../indicators/json-reading.ts'
import type { InputFault, JsonObject } from '../indicators/json-reading.ts'
import { DAY_FORMATS, DECIMAL_MARKS, TRAITS, VALUE_FORMATS } from './layout-mapping.ts'
import type {
  CodeTable,
  Column,
  Dialect,
  LayoutFile,
  LayoutMapping,
  LayoutRecord,
  MonitoringSettings,
  RowKind,
  SignedSetting,
} from './layout-mapping.ts'
import { listMappingFaults } from './mapping-faults.ts'

export type LayoutMappingReading =
  | { readonly read: true; readonly mapping: LayoutMapping }
  | { readonly read: false; readonly faults: readonly InputFault[] }

const ROW_KINDS: readonly RowKind[] = ['output-indicators', 'result-indicators', 'results', 'participants']
const fieldSet = (...names: readonly string[]): ReadonlySet<string> => new Set(names)
const MAPPING_FIELDS = fieldSet(
  'version',
  'dayFormat',
  'decimalMark',
  'dialects',
  'records',
  'files',
  'tables',
  'settings',
)
const DIALECT_FIELDS = fieldSet('separator', 'quotes', 'header', 'lineEnd')
const RECORD_FIELDS = fieldSet('rows', 'columns')
const COLUMN_FIELDS = fieldSet(
  'name',
  'fact',
  'constant',
  'format',
  'table',
  'required',
  'positive',
  'length',
)
const FILE_FIELDS = fieldSet('name', 'record', 'dialect')
const TABLE_FIELDS = fieldSet('version', 'verifiedOn', 'unlisted', 'codes')
const SETTINGS_FIELDS = fieldSet('eeco01', 'in01Rows', 'vulnerability')
const SIGNED_FIELDS = fieldSet('value', 'signedOn', 'act')

/** Reads a parsed mapping strictly; refuses it whole, also when it names a table, a fact, a record or a dialect that it does not hold. */
export function readLayoutMapping(value: unknown): LayoutMappingReading {
  const json = new JsonReading()
  const holder = json.object(value, '', MAPPING_FIELDS)
  const mapping: LayoutMapping = {
    version: json.text(holder, 'version'),
    dayFormat: required(json, holder, 'dayFormat', DAY_FORMATS),
    decimalMark: required(json, holder, 'decimalMark', DECIMAL_MARKS),
    dialects: json.entries(holder, 'dialects', readDialect),
    records: json.entries(holder, 'records', readRecord),
    files: json.list(holder, 'files', readFile),
    tables: json.entries(holder, 'tables', readTable),
    settings: readSettings(json, json.object(valueOf(holder, 'settings'), 'settings', SETTINGS_FIELDS)),
  }
  const faults = json.faults.length > 0 ? json.faults : listMappingFaults(mapping)
  return faults.length > 0 ? { read: false, faults } : { read: true, mapping }
}

function readDialect(json: JsonReading, value: unknown, path: string): Dialect {
  const holder = json.object(value, path, DIALECT_FIELDS)
  return {
    separator: required(json, holder, 'separator', ['|', ';', ',', '\t'] as const),
    quotes: json.flag(holder, 'quotes') ?? false,
    header: json.flag(holder, 'header') ?? false,
    lineEnd: required(json, holder, 'lineEnd', ['LF', 'CRLF'] as const),
  }
}

function readRecord(json: JsonReading, value: unknown, path: string): LayoutRecord {
  const holder = json.object(value, path, RECORD_FIELDS)
  return {
    rows: required(json, holder, 'rows', ROW_KINDS),
    columns: json.list(holder, 'columns', readColumn),
  }
}

function readColumn(json: JsonReading, value: unknown, path: string): Column {
  const holder = json.object(value, path, COLUMN_FIELDS)
  const fact = valueOf(holder, 'fact') === null ? null : json.text(holder, 'fact')
  return {
    name: json.text(holder, 'name'),
    fact,
    constant: valueOf(holder, 'constant') === null ? '' : json.text(holder, 'constant'),
    format: json.oneOf(holder, 'format', VALUE_FORMATS) ?? 'text',
    table: valueOf(holder, 'table') === null ? null : json.text(holder, 'table'),
    required: json.flag(holder, 'required') ?? false,
    positive: json.flag(holder, 'positive') ?? false,
    length: readLength(json, holder),
  }
}

function readLength(json: JsonReading, holder: JsonObject): number | null {
  const length = valueOf(holder, 'length')
  if (length === null || (typeof length === 'number' && Number.isInteger(length) && length > 0)) return length
  json.blame(pathOf(holder, 'length'), 'is not a number of characters')
  return null
}

function readFile(json: JsonReading, value: unknown, path: string): LayoutFile {
  const holder = json.object(value, path, FILE_FIELDS)
  return {
    name: json.text(holder, 'name'),
    record: json.text(holder, 'record'),
    dialect: json.text(holder, 'dialect'),
  }
}

function readTable(json: JsonReading, value: unknown, path: string): CodeTable {
  const holder = json.object(value, path, TABLE_FIELDS)
  return {
    version: json.text(holder, 'version'),
    verifiedOn: json.day(holder, 'verifiedOn'),
    unlisted: required(json, holder, 'unlisted', ['refuse', 'keep'] as const),
    codes: json.entries(holder, 'codes', readCode),
  }
}

function readCode(json: JsonReading, value: unknown, path: string): string {
  if (typeof value === 'string') return value
  json.blame(path, 'is not a code')
  return ''
}

function readSettings(json: JsonReading, holder: JsonObject): MonitoringSettings {
  return {
    eeco01: readSigned(json, holder, 'eeco01', (signed) =>
      required(json, signed, 'value', ['complete', 'all'] as const),
    ),
    in01Rows: readSigned(json, holder, 'in01Rows', (signed) =>
      required(json, signed, 'value', ['every-code', 'planned-codes'] as const),
    ),
    vulnerability: readSigned(json, holder, 'vulnerability', (signed) =>
      json.list(signed, 'value', (_, element, path) => {
        const trait = TRAITS.find((candidate) => candidate === element)
        if (trait === undefined) json.blame(path, `is none of ${TRAITS.join(', ')}`)
        return trait ?? 'disability'
      }),
    ),
  }
}

function readSigned<Value>(
  json: JsonReading,
  settings: JsonObject,
  field: string,
  read: (signed: JsonObject) => Value,
): SignedSetting<Value> {
  const holder = json.object(valueOf(settings, field), pathOf(settings, field), SIGNED_FIELDS)
  return {
    value: read(holder),
    signedOn: json.day(holder, 'signedOn'),
    act: valueOf(holder, 'act') === null ? null : json.text(holder, 'act'),
  }
}

function required<Value extends string>(
  json: JsonReading,
  holder: JsonObject,
  field: string,
  allowed: readonly Value[],
): Value {
  json.required(holder, field)
  const value = json.oneOf(holder, field, allowed) ?? allowed[0]
  if (value === undefined) throw new Error(`No value is allowed for ${field}`)
  return value
}
