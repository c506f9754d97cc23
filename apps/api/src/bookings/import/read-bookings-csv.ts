import { parse } from 'csv-parse/sync'
import type { InfoRecord } from 'csv-parse/sync'
import { findImportColumn, neededColumns, readImportRow } from '@officine/domain/booking/read-import-row'
import type { ImportColumn, ImportFault, ImportRow } from '@officine/domain/booking/read-import-row'

/** More than these are several lists: each row is decided under the locks of its day, and an answer must come in time. */
export const mostRows = 200
/** Characters of one list: what fits in a request. */
export const longestList = 48_000

export type ListRefusal =
  | { readonly reason: 'empty' }
  | { readonly reason: 'too-many-rows'; readonly max: number; readonly found: number }
  | { readonly reason: 'missing-columns'; readonly columns: readonly ImportColumn[] }
  | { readonly reason: 'column-twice'; readonly column: ImportColumn }
  /** From there on nobody can tell where a field ends. */
  | { readonly reason: 'broken-quotes'; readonly line: number }

/** One line of the list, numbered as an editor shows it. */
export type ListedRow = { readonly line: number } & (
  | { readonly row: ImportRow }
  | { readonly faults: readonly ImportFault[] }
  | { readonly fields: number; readonly columns: number }
)

/** Reads a list of bookings as spreadsheets save it: comma, semicolon or tab, with or without a byte order mark, any line end, quotes doubled. */
export function readBookingsCsv(
  text: string,
  poolOf: (name: string) => string | undefined,
):
  | { readonly rows: readonly ListedRow[]; readonly ignored: readonly string[] }
  | { readonly refusal: ListRefusal } {
  const { records, brokenAt } = recordsOf(text)
  if (brokenAt !== undefined) return { refusal: { reason: 'broken-quotes', line: brokenAt } }
  const [header, ...rest] = records
  if (header === undefined || rest.length === 0) return { refusal: { reason: 'empty' } }
  const columns = header.record.map(findImportColumn)
  const missing = neededColumns.filter((column) => !columns.includes(column))
  if (missing.length > 0) return { refusal: { reason: 'missing-columns', columns: missing } }
  const twice = columns.find((column, at) => column !== undefined && columns.indexOf(column) !== at)
  if (twice !== undefined) return { refusal: { reason: 'column-twice', column: twice } }
  if (rest.length > mostRows)
    return { refusal: { reason: 'too-many-rows', max: mostRows, found: rest.length } }
  return {
    ignored: header.record.filter((_heading, at) => columns[at] === undefined),
    rows: rest.map(({ record, line }) => {
      if (record.length !== columns.length) return { line, fields: record.length, columns: columns.length }
      const fields = Object.fromEntries(
        columns.flatMap((column, at) => (column === undefined ? [] : [[column, record[at] ?? '']])),
      )
      return { line, ...readImportRow(fields, poolOf) }
    }),
  }
}

interface NumberedRecord {
  readonly record: readonly string[]
  readonly line: number
}

function recordsOf(text: string): {
  readonly records: readonly NumberedRecord[]
  readonly brokenAt?: number
} {
  const lines = text.replace(/\r\n?/g, '\n')
  let brokenAt: number | undefined
  const parsed = parse<{ readonly record: readonly string[]; readonly info: InfoRecord }>(lines, {
    bom: true,
    columns: false as unknown as true, // the overload that types a record asks for columns; we read the heading ourselves
    delimiter: delimiterOf(lines),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error) => {
      const line: unknown = error?.['lines']
      brokenAt ??= typeof line === 'number' ? line : 1
      return undefined
    },
  })
  const records = parsed
    .map(({ record, info }) => ({ record, line: info.lines }))
    .filter(({ record }) => record.some((field) => field !== '')) // a spreadsheet saves the empty rows below the last one, too
  return { records, ...(brokenAt !== undefined && { brokenAt }) }
}

/** What parts the headings: none of them holds a comma, a semicolon or a tab. */
function delimiterOf(text: string): string {
  const [heading = ''] = text.trimStart().split('\n')
  return [';', '\t', ','].find((mark) => heading.includes(mark)) ?? ','
}
