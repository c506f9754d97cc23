import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'
import { describeRefusal } from './describe-refusal.ts'

type Answer = Outputs['desk']['tryImport']
export type ListRefusal = Extract<Answer, { read: false }>['refusal']
export type ImportedRow = Extract<Answer, { read: true }>['rows'][number]

/** The API reads no more; said here first, so that what was pasted stays on the page. */
export const longestList = 48_000

/** A file as text. Italian spreadsheets still save CSV in the code page of Windows: what is not UTF-8 is that. */
export function textOfFile(bytes: ArrayBuffer): string {
  const decoder = new TextDecoder('utf-8')
  const text = decoder.decode(bytes)
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text
}

/** Why a list cannot be read at all. */
export function describeListRefusal(refusal: ListRefusal, words: Messages['importing']): string {
  switch (refusal.reason) {
    case 'empty':
      return words.empty
    case 'too-many-rows':
      return words.tooManyRows(refusal.found, refusal.max)
    case 'missing-columns':
      return words.missingColumns(refusal.columns.map((column) => words.names[column]).join(', '))
    case 'column-twice':
      return words.columnTwice(words.names[refusal.column])
    case 'broken-quotes':
      return words.brokenQuotes(refusal.line)
  }
}

/** What became of a row, or would become of it. */
export function describeRow(row: ImportedRow, messages: Messages): string {
  const { importing: words, refusals, record } = messages
  switch (row.kind) {
    case 'booked': {
      const said = row.code === undefined ? words.wouldBook : words.booked(row.code)
      return row.isNewPerson ? `${said}, ${words.newPerson}` : said
    }
    case 'already':
      return words.already(record.status[row.status])
    case 'refused':
      if (row.refusal.reason === 'several-people') return words.severalPeople
      if (row.refusal.reason === 'other-name') return words.otherName
      return describeRefusal(row.refusal, refusals)
    case 'malformed':
      return 'faults' in row
        ? row.faults
            .map(({ column, reason }) => words.fault(words.names[column], words.faults[reason]))
            .join('; ')
        : words.fieldCount(row.fields, row.columns)
  }
}
