import { describe, expect, test } from 'vitest'
import { findImportColumn, readImportRow } from './read-import-row.ts'

const whole = {
  givenName: 'Rosa',
  familyName: 'Ferri',
  phone: '347 123 4567',
  pool: 'Postazioni',
  day: '2026-12-03',
  from: '9:00',
  to: '14.00',
}
const poolOf = (name: string) => (name === 'Postazioni' ? 'seats' : undefined)

test('a whole row is read, times as people write them', () => {
  expect(readImportRow(whole, poolOf)).toEqual({
    row: {
      givenName: 'Rosa',
      familyName: 'Ferri',
      fiscalCode: undefined,
      phone: '+393471234567',
      email: null,
      pool: 'seats',
      day: '2026-12-03',
      from: '09:00',
      to: '14:00',
      people: 1,
    },
  })
})

test.each([
  ['Codice fiscale', 'fiscalCode'],
  ['E-mail', 'email'],
  [' DALLE ', 'from'],
  ['given_name', 'givenName'],
  ['note', undefined],
])('the heading %j is read', (heading, column) => {
  expect(findImportColumn(heading)).toBe(column)
})

describe('a row is turned away, field by field', () => {
  test.each([
    ['a name that a spreadsheet would run', { givenName: '=cmd|’/C calc’!A0' }, 'givenName', 'formula'],
    ['a surname that begins with an at sign', { familyName: '@SUM(A1)' }, 'familyName', 'formula'],
    ['a name with a line break', { givenName: 'Ro\nsa' }, 'givenName', 'unwritable'],
    ['no name', { givenName: ' ' }, 'givenName', 'missing'],
    ['a day that a spreadsheet counted', { day: '46359' }, 'day', 'spreadsheet-date'],
    ['a day with slashes', { day: '03/12/2026' }, 'day', 'spreadsheet-date'],
    ['a day in words', { day: '3-dic-26' }, 'day', 'spreadsheet-date'],
    ['a day that does not exist', { day: '2026-02-30' }, 'day', 'bad-day'],
    ['a time that a spreadsheet counted', { from: '0,375' }, 'from', 'spreadsheet-time'],
    ['a time that does not exist', { to: '25:00' }, 'to', 'bad-time'],
    ['half a person', { people: '1.5' }, 'people', 'bad-people'],
    ['a fiscal code that does not hold', { fiscalCode: 'RSSMRA85T10A562T' }, 'fiscalCode', 'bad-fiscal-code'],
    ['a telephone that cannot be dialled', { phone: '12' }, 'phone', 'bad-phone'],
    ['an address that is none', { email: 'rosa@' }, 'email', 'bad-email'],
    ['no way to reach them', { phone: '' }, 'phone', 'nothing-to-know-them-by'],
    ['a pool that nobody knows', { pool: 'Piscina' }, 'pool', 'unknown-pool'],
  ] as const)('%s', (_what, field, column, reason) => {
    expect(readImportRow({ ...whole, ...field }, poolOf)).toEqual({ faults: [{ column, reason }] })
  })
})
