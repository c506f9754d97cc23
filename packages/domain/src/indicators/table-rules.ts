import type { GenderCount, IndicatorTable } from './count-indicators.ts'
import { INDICATORS } from './indicator-definitions.ts'
import type { IndicatorCode, OutputCode, ResultCode } from './indicator-definitions.ts'

/** The outputs that each result is drawn from: who does not count there cannot count here. */
export const OUTPUTS_BEHIND_RESULT: Readonly<Record<ResultCode, readonly OutputCode[]>> = {
  EECR01: ['EECO04'],
  EECR02: ['EECO01'],
  EECR03: ['EECO01'],
  EECR04: ['EECO02', 'EECO04'],
  EECR05: ['EECO02', 'EECO04'],
  EECR06: ['EECO05'],
}

export const COLUMNS = ['F', 'M', 'X', 'total'] as const

/** What one table of figures breaks, a sentence each. */
export type TableRule = (table: IndicatorTable) => readonly string[]

/** A01: every participant has exactly one status. */
export const checkStatusesMakeTotal: TableRule = (table) =>
  compareColumns(table, ['EECO02', 'EECO04', 'EECO05'], '=', ['EECO01'])

/** A02: the long-term unemployed are among the unemployed. */
export const checkLongTermWithin: TableRule = (table) => compareColumns(table, ['EECO03'], '<=', ['EECO02'])

/** A03: ages do not overlap, and from 30 to 54 there is no indicator. */
export const checkAgesWithin: TableRule = (table) =>
  compareColumns(table, ['EECO06', 'EECO07', 'EECO08'], '<=', ['EECO01'])

/** A04: only complete records count, so everybody has an education. */
export const checkEducationsMakeTotal: TableRule = (table) =>
  compareColumns(table, ['EECO09', 'EECO10', 'EECO11'], '=', ['EECO01'])

/** A05: nobody has a trait without being a participant. */
export const checkTraitsWithin: TableRule = (table) =>
  (['EECO12', 'EECO13', 'EECO14', 'EECO15', 'EECO16', 'EECO17'] as const).flatMap((code) =>
    compareColumns(table, [code], '<=', ['EECO01']),
  )

/** A06: the total is the sum of the genders, whole people and none less than zero. */
export const checkGendersMakeTotal: TableRule = (table) =>
  INDICATORS.flatMap(({ code }) => {
    const { F, M, X, total } = table[code]
    const people = [F, M, X].every((count) => Number.isInteger(count) && count >= 0)
    return people && F + M + X === total ? [] : [`${code}: F ${F} + M ${M} + X ${X} is not ${total}`]
  })

/** A09: a result is a part of the outputs that it is drawn from. */
export const checkResultsWithin: TableRule = (table) => {
  // Object.entries widens its keys; these are the result codes of the record above.
  const pairs = Object.entries(OUTPUTS_BEHIND_RESULT) as [ResultCode, readonly OutputCode[]][]
  return pairs.flatMap(([result, outputs]) => compareColumns(table, [result], '<=', outputs))
}

/** A16: more people in work after six months than upon leaving is possible: some find it later. */
export const tellLaterJobs: TableRule = (table) =>
  table.EECR05.total > table.EECR04.total
    ? [`EECR05 ${table.EECR05.total} is more than EECR04 ${table.EECR04.total}: jobs found later`]
    : []

/** Compares two sums of indicators gender by gender. */
export function compareColumns(
  table: IndicatorTable,
  left: readonly IndicatorCode[],
  relation: '=' | '<=',
  right: readonly IndicatorCode[],
): readonly string[] {
  return COLUMNS.flatMap((column) => {
    const a = sumOf(table, left, column)
    const b = sumOf(table, right, column)
    const holds = relation === '=' ? a === b : a <= b
    return holds
      ? []
      : [`${left.join(' + ')} is ${a}, not ${relation} ${right.join(' + ')}, ${b} (${column})`]
  })
}

/** The sum of some indicators in one column. */
export function sumOf(
  table: IndicatorTable,
  codes: readonly IndicatorCode[],
  column: keyof GenderCount,
): number {
  return codes.reduce((sum, code) => sum + table[code][column], 0)
}
