import { isLocalDay } from '../calendar/local-day.ts'
import { findEmail, findPhone } from '../identity/contacts.ts'
import { findCheckedFiscalCode } from '../identity/fiscal-code.ts'
import type { FiscalCode } from '../identity/fiscal-code.ts'
import type { LocalDay, LocalTime } from '../rules/tenant-rules.ts'

/** The columns of a list of bookings from another system, each with the headings it may go by, spaces, case and accents aside. */
export const importColumns = {
  givenName: ['nome', 'givenname', 'firstname'],
  familyName: ['cognome', 'familyname', 'lastname'],
  fiscalCode: ['codicefiscale', 'cf', 'fiscalcode'],
  phone: ['telefono', 'cellulare', 'phone'],
  email: ['email', 'mail', 'posta'],
  pool: ['risorsa', 'servizio', 'pool', 'service'],
  day: ['giorno', 'data', 'day', 'date'],
  from: ['dalle', 'inizio', 'from'],
  to: ['alle', 'fine', 'to'],
  people: ['persone', 'people'],
} as const

export type ImportColumn = keyof typeof importColumns

/** Columns without which nothing can be read; one of the three that tell a person apart is asked row by row. */
export const neededColumns = ['givenName', 'familyName', 'pool', 'day', 'from', 'to'] as const

/** What is wrong in one field: a kind that the screen has a sentence for. */
export interface ImportFault {
  readonly column: ImportColumn
  readonly reason:
    | 'missing'
    | 'too-long'
    | 'formula'
    | 'unwritable'
    | 'spreadsheet-date'
    | 'bad-day'
    | 'spreadsheet-time'
    | 'bad-time'
    | 'bad-people'
    | 'bad-fiscal-code'
    | 'bad-email'
    | 'bad-phone'
    | 'nothing-to-know-them-by'
    | 'unknown-pool'
}

/** One booking of the list, as it may be asked for. */
export interface ImportRow {
  readonly givenName: string
  readonly familyName: string
  readonly fiscalCode: FiscalCode | undefined
  readonly phone: string | null
  readonly email: string | null
  readonly pool: string
  readonly day: LocalDay
  readonly from: LocalTime
  readonly to: LocalTime
  readonly people: number
}

/** The column that a heading names; undefined for one that the list does not need. */
export function findImportColumn(heading: string): ImportColumn | undefined {
  const plain = heading
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  const found = Object.entries(importColumns).find(([, names]) =>
    (names as readonly string[]).includes(plain),
  )
  return found?.[0] as ImportColumn | undefined // the keys of the record just read
}

/** Reads the fields of one row, or says what is wrong with each: nothing is guessed, least of all a date. `poolOf` finds a pool's slug by the name it goes by. */
export function readImportRow(
  fields: Readonly<Partial<Record<ImportColumn, string>>>,
  poolOf: (name: string) => string | undefined,
): { readonly row: ImportRow } | { readonly faults: readonly ImportFault[] } {
  const text = (column: ImportColumn) => fields[column]?.trim() ?? ''
  const faults: ImportFault[] = []
  const fault = (column: ImportColumn, reason: ImportFault['reason']) => void faults.push({ column, reason })

  for (const column of ['givenName', 'familyName'] as const) {
    const name = text(column)
    if (name === '') fault(column, 'missing')
    else if (name.length > 200) fault(column, 'too-long')
    // A spreadsheet runs what begins like this, here or wherever the name is exported to one day (OWASP, CSV injection).
    else if (/^[=+\-@]/.test(name)) fault(column, 'formula')
    else if (/\p{Cc}/u.test(name)) fault(column, 'unwritable')
  }
  const code = text('fiscalCode')
  const fiscalCode = code === '' ? undefined : findCheckedFiscalCode(code)
  if (code !== '' && fiscalCode === undefined) fault('fiscalCode', 'bad-fiscal-code')
  const phone = text('phone') === '' ? null : findPhone(text('phone'))
  if (phone === undefined) fault('phone', 'bad-phone')
  const email = text('email') === '' ? null : findEmail(text('email'))
  if (email === undefined) fault('email', 'bad-email')
  if (code === '' && phone === null && email === null) fault('phone', 'nothing-to-know-them-by')

  const pool = poolOf(text('pool'))
  if (text('pool') === '') fault('pool', 'missing')
  else if (pool === undefined) fault('pool', 'unknown-pool')

  const day = text('day')
  const dayFault = faultOfDay(day)
  if (dayFault !== undefined) fault('day', dayFault)
  const times = { from: findTime(text('from')), to: findTime(text('to')) }
  for (const column of ['from', 'to'] as const) {
    if (text(column) === '') fault(column, 'missing')
    else if (/^\d*[.,]\d{3,}$/.test(text(column))) fault(column, 'spreadsheet-time')
    else if (times[column] === undefined) fault(column, 'bad-time')
  }
  const people = text('people') === '' ? 1 : Number(text('people'))
  if (!/^\d{0,2}$/.test(text('people')) || people < 1 || people > 50) fault('people', 'bad-people')

  const { from, to } = times
  if (faults.length > 0 || pool === undefined || from === undefined || to === undefined) return { faults }
  const names = { givenName: text('givenName'), familyName: text('familyName') }
  return {
    row: { ...names, fiscalCode, phone: phone ?? null, email: email ?? null, pool, day, from, to, people },
  }
}

function faultOfDay(text: string): 'missing' | 'spreadsheet-date' | 'bad-day' | undefined {
  if (text === '') return 'missing'
  // 46357, 3/12/2026, 03-dic-26: what a spreadsheet makes of a date, and nobody can tell day from month in it.
  if (/^\d{4,6}([.,]\d+)?$/.test(text) || /^\d{1,2}[/.-]/.test(text) || /^\d{4}\//.test(text))
    return 'spreadsheet-date'
  return /^20\d\d-/.test(text) && isLocalDay(text) ? undefined : 'bad-day'
}

/** `9:00`, `09:00`, `09:00:00` and `9.00` are the same time; undefined for what is none. */
function findTime(text: string): LocalTime | undefined {
  const read = /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/.exec(text)
  const [, hour = '', minute = ''] = read ?? []
  if (read === null || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}` as LocalTime // both parts were just counted
}
