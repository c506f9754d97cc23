import type { CivilDay } from '../indicators/civil-day.ts'

/** What a row of each kind can say; a column names one of these facts. */
export const FACTS_OF_ROWS = {
  'output-indicators': ['project', 'indicatorKind', 'indicator', 'planned', 'achieved'],
  'result-indicators': ['project', 'indicatorKind', 'indicator'],
  results: ['project', 'indicator', 'gender', 'value', 'setHash', 'period'],
  participants: [
    'project',
    'fiscalCode',
    'course',
    'gender',
    'birthDate',
    'residence',
    'domicile',
    'citizenship',
    'isced',
    'marketCondition',
    'workType',
    'searchDuration',
    'vulnerability',
    'state',
    'entryDate',
    'exitDate',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type RowKind = keyof typeof FACTS_OF_ROWS

export const DAY_FORMATS = ['DD/MM/YYYY', 'YYYY-MM-DD'] as const
export const DECIMAL_MARKS = [',', '.'] as const
export const VALUE_FORMATS = ['text', 'day', 'decimal', 'integer'] as const
export const TRAITS = ['disability', 'homeless', 'minority', 'foreignBackground'] as const
export type Trait = (typeof TRAITS)[number]

export interface Column {
  readonly name: string
  /** One of the facts of the row, or null for a cell that always says `constant`. */
  readonly fact: string | null
  readonly constant: string
  readonly format: (typeof VALUE_FORMATS)[number]
  /** The code table that translates the fact, or null. */
  readonly table: string | null
  readonly required: boolean
  /** A number that must be above zero. */
  readonly positive: boolean
  /** Most characters of a text; null for no limit. */
  readonly length: number | null
}

export interface LayoutRecord {
  readonly rows: RowKind
  readonly columns: readonly Column[]
}

export interface Dialect {
  readonly separator: string
  /** Quoted cells are CSV: doubled quotes, and no cell that a spreadsheet would run. Without quotes a cell holds neither separator nor line end. */
  readonly quotes: boolean
  readonly header: boolean
  readonly lineEnd: 'LF' | 'CRLF'
}

export interface LayoutFile {
  readonly name: string
  readonly record: string
  readonly dialect: string
}

/** A context table of the national layout; `verifiedOn` stays null until somebody compared it with the official one. */
export interface CodeTable {
  readonly version: string
  readonly verifiedOn: CivilDay | null
  /** Whether a value that is not listed is refused or written as it is. */
  readonly unlisted: 'refuse' | 'keep'
  readonly codes: ReadonlyMap<string, string>
}

/** A choice that belongs to the managing authority: null day and act until it is signed. */
export interface SignedSetting<Value> {
  readonly value: Value
  readonly signedOn: CivilDay | null
  readonly act: string | null
}

export interface MonitoringSettings {
  /** Whether EECO01 goes out as complete records or as all records. */
  readonly eeco01: SignedSetting<'complete' | 'all'>
  /** Whether IN01 has every output code of a project or those that its convention plans. */
  readonly in01Rows: SignedSetting<'every-code' | 'planned-codes'>
  /** SC01 has room for one vulnerability: the first of these that the person has. */
  readonly vulnerability: SignedSetting<readonly Trait[]>
}

/** How the facts become files: everything about a layout that may drift is here and not in code. */
export interface LayoutMapping {
  readonly version: string
  readonly dayFormat: (typeof DAY_FORMATS)[number]
  readonly decimalMark: (typeof DECIMAL_MARKS)[number]
  readonly dialects: ReadonlyMap<string, Dialect>
  readonly records: ReadonlyMap<string, LayoutRecord>
  readonly files: readonly LayoutFile[]
  readonly tables: ReadonlyMap<string, CodeTable>
  readonly settings: MonitoringSettings
}
