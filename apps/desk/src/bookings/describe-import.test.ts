import { expect, test } from 'vitest'
import { messages as english } from '../messages/en.ts'
import { messages as italian } from '../messages/it.ts'
import { describeListRefusal, describeRow, textOfFile } from './describe-import.ts'

const bytes = (...codes: number[]) => new Uint8Array(codes).buffer

test('a file of today and a file of Windows are both read with their accents', () => {
  expect(textOfFile(bytes(0x4e, 0x69, 0xc3, 0xa8))).toBe('Niè')
  expect(textOfFile(bytes(0x4e, 0x69, 0xe8))).toBe('Niè')
})

test.each([
  ['Italian', italian],
  ['English', english],
])('a malformed row names each column and what to write, in %s', (_language, messages) => {
  const { importing } = messages
  const faults = [
    { column: 'day', reason: 'spreadsheet-date' },
    { column: 'phone', reason: 'bad-phone' },
  ] as const
  const said = describeRow({ kind: 'malformed', line: 3, faults: [...faults] }, messages)
  for (const { column, reason } of faults) {
    expect(said).toContain(importing.names[column])
    expect(said).toContain(importing.faults[reason])
  }
  expect(describeListRefusal({ reason: 'missing-columns', columns: ['day', 'from'] }, importing)).toContain(
    importing.names.from,
  )
})

test('a row that was tried and one that was booked do not read the same', () => {
  const row = {
    kind: 'booked',
    line: 2,
    name: 'Ada Riva',
    when: 'martedì',
    poolName: 'Postazioni',
    isNewPerson: false,
  } as const
  const tried = describeRow(row, italian)
  expect(describeRow({ ...row, code: 'K7QM-3XWP' }, italian)).toContain('K7QM-3XWP')
  expect(tried).toBe(italian.importing.wouldBook)
})
