import type { IndicatorReport, IndicatorTable } from '@officine/domain/indicators/count-indicators'
import { INDICATORS } from '@officine/domain/indicators/indicator-definitions'

const WIDEST_NAME = Math.max(...INDICATORS.map(({ name }) => name.length))
const COLUMNS = ['F', 'M', 'X', 'total'] as const

/** The report as a table for people; EECO18 and EECO19 count entities and are not in it. */
export function describeReport(report: IndicatorReport): string {
  const { all, complete, persons } = report.records
  const lines = [
    `FSE+ common indicators as of ${report.asOf}, cumulative`,
    `${all} records, ${complete} of them counted; ${persons} persons`,
  ]
  for (const [operation, { indicators, all: ofOperation }] of report.operations) {
    lines.push('', `Operation ${printable(operation)} (${ofOperation} records)`, ...rowsOf(indicators))
  }
  lines.push('', 'Programme (participations, not heads)', ...rowsOf(report.programme))
  if (report.faults.length > 0) {
    lines.push('', 'Not counted, by place in the list (from 0) and rule broken')
    for (const { index, rule } of report.faults) lines.push(`  record ${index}: ${rule}`)
  }
  return `${lines.join('\n')}\n`
}

function rowsOf(table: IndicatorTable): readonly string[] {
  const heading = rowOf('', '', COLUMNS)
  const rows = INDICATORS.map(({ code, name }) =>
    rowOf(
      code,
      name,
      COLUMNS.map((column) => String(table[code][column])),
    ),
  )
  return [heading, ...rows]
}

function rowOf(code: string, name: string, figures: readonly string[]): string {
  return `  ${code.padEnd(6)}  ${name.padEnd(WIDEST_NAME)}${figures.map((figure) => figure.padStart(8)).join('')}`
}

/** An operation's name comes from the file: a control character in it must not reach the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '?')
}
