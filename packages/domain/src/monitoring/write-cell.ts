import type { CodeTable, Column, Dialect, LayoutMapping } from './layout-mapping.ts'
import type { RowFacts } from './row-facts.ts'

/** A cell as the layout wants it, or why the layout refuses it; `rule` is the rule of the pre-validation. */
export type Cell =
  | { readonly fits: true; readonly text: string }
  | { readonly fits: false; readonly rule: string; readonly says: string }

// The layout's decimal(13,2).
const MOST_DECIMAL = 99_999_999_999.99

/** The text of one column in one row, before the dialect. */
export function writeCell(column: Column, facts: RowFacts, mapping: LayoutMapping): Cell {
  const value = column.fact === null ? column.constant : (facts.get(column.fact) ?? null)
  if (value === null || value === '') {
    return column.required ? refuse('V03', 'is required and has no value') : { fits: true, text: '' }
  }
  if (typeof value === 'number') return writeNumber(value, column, mapping)
  if (column.format === 'day') return { fits: true, text: writeDay(value, mapping) }
  const table = column.table === null ? undefined : mapping.tables.get(column.table)
  return writeText(value, column, table)
}

/** The cells of a row as one line. Quoted dialects are CSV: a cell that a spreadsheet would run as a formula gets an apostrophe. */
export function writeLine(cells: readonly string[], { separator, quotes, lineEnd }: Dialect): string {
  const written = quotes ? cells.map((cell) => quoted(withoutFormula(cell), separator)) : cells
  return written.join(separator) + (lineEnd === 'CRLF' ? '\r\n' : '\n')
}

/** Whether a cell cannot be told apart from the layout around it, in a dialect that does not quote. */
export function breaksLine(text: string, { separator, quotes }: Dialect): boolean {
  return !quotes && (text.includes(separator) || /[\r\n]/.test(text))
}

function writeNumber(value: number, column: Column, { decimalMark }: LayoutMapping): Cell {
  if (value < 0 || value > MOST_DECIMAL) return refuse('V07', `${value} does not fit decimal(13,2)`)
  if (column.positive && value === 0) return refuse('V07', 'must be above zero')
  if (column.format === 'integer') {
    return Number.isInteger(value)
      ? { fits: true, text: String(value) }
      : refuse('V07', `${value} is not whole`)
  }
  return { fits: true, text: value.toFixed(2).replace('.', decimalMark) }
}

function writeDay(day: string, { dayFormat }: LayoutMapping): string {
  return dayFormat === 'YYYY-MM-DD' ? day : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

function writeText(value: string, column: Column, table: CodeTable | undefined): Cell {
  const code =
    table === undefined ? value : (table.codes.get(value) ?? (table.unlisted === 'keep' ? value : undefined))
  if (code === undefined)
    return refuse('V05', `${JSON.stringify(value)} has no code in table ${column.table}`)
  if (column.length !== null && code.length > column.length) {
    return refuse('V04', `is longer than ${column.length} characters`)
  }
  return { fits: true, text: code }
}

/** Also after blanks, tab and line ends, which spreadsheets skip before they look for a formula. */
function withoutFormula(cell: string): string {
  return /^\s*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function refuse(rule: string, says: string): Cell {
  return { fits: false, rule, says }
}
