import type { IndicatorReport, IndicatorTable } from './count-indicators.ts'
import type { CountingFault } from './counting-faults.ts'

interface ReportJson {
  readonly faults: readonly CountingFault[]
  readonly operations: ReadonlyMap<string, IndicatorTable>
  readonly programme: IndicatorTable
  readonly records: IndicatorReport['records']
}

/** The report as the command prints it: one line, keys in order of their characters, so equal figures are equal bytes. */
export function reportJson(report: IndicatorReport): string {
  const printed: ReportJson = {
    faults: report.faults,
    operations: new Map(
      [...report.operations].map(([operation, figures]) => [operation, figures.indicators]),
    ),
    programme: report.programme,
    records: report.records,
  }
  return sortedJson(printed)
}

/** JSON with the keys of objects and maps sorted. A JavaScript object would put the operation called 10 before the one called 9A and after the one called 9. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries: [string, unknown][] = value instanceof Map ? [...value] : Object.entries(value)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${sortedJson(held)}`).join(',')}}`
}
