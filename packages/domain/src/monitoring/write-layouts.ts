import { AGGREGATE_RULES } from '../indicators/aggregate-rules.ts'
import { sortedJson } from '../indicators/report-json.ts'
import { countSnapshot } from './counted-snapshot.ts'
import type { CountedSnapshot } from './counted-snapshot.ts'
import type { LayoutFinding } from './layout-finding.ts'
import type { LayoutFile, LayoutMapping } from './layout-mapping.ts'
import { MANIFEST_NAME } from './mapping-faults.ts'
import type { MonitoringSnapshot } from './monitoring-snapshot.ts'
import { CELL_RULES, prevalidate, SNAPSHOT_RULES } from './prevalidate.ts'
import { hashOfText, listRows } from './row-facts.ts'
import { breaksLine, writeCell, writeLine } from './write-cell.ts'

export interface WrittenFile {
  readonly name: string
  readonly text: string
}

export interface WrittenLayouts {
  /** The layouts in the order of the mapping, the manifest last; none when any finding is an error. */
  readonly files: readonly WrittenFile[]
  readonly findings: readonly LayoutFinding[]
}

interface FileDraft extends WrittenFile {
  readonly record: string
  readonly rows: number
  readonly findings: readonly LayoutFinding[]
}

/** Turns a frozen snapshot into the files of the mapping. Pure: the same snapshot and mapping give the same texts, whatever the order inside the snapshot. */
export function writeLayouts(snapshot: MonitoringSnapshot, mapping: LayoutMapping): WrittenLayouts {
  const counted = countSnapshot(snapshot, mapping.settings)
  const drafts = mapping.files.map((file) => draftFile(file, counted, mapping))
  const findings = [
    ...prevalidate(counted, mapping),
    ...withoutRepeats(drafts.flatMap((draft) => draft.findings)),
  ]
  if (findings.some(({ level }) => level === 'error')) return { files: [], findings }

  const manifest = { name: MANIFEST_NAME, text: writeManifest(drafts, findings, counted, mapping) }
  return { files: [...drafts.map(({ name, text }) => ({ name, text })), manifest], findings }
}

function draftFile(file: LayoutFile, counted: CountedSnapshot, mapping: LayoutMapping): FileDraft {
  const record = mapping.records.get(file.record)
  const dialect = mapping.dialects.get(file.dialect)
  if (record === undefined || dialect === undefined)
    throw new Error(`${file.name} has no record or no dialect`)

  const { columns } = record
  const findings: LayoutFinding[] = []
  const lines = dialect.header
    ? [
        writeLine(
          columns.map(({ name }) => name),
          dialect,
        ),
      ]
    : []
  const rows = listRows(record.rows, counted)
  rows.forEach((facts, index) => {
    const cells = columns.map((column) => {
      const where = `${file.record} row ${index + 1}, ${column.name}`
      const cell = writeCell(column, facts, mapping)
      if (!cell.fits) {
        findings.push({ rule: cell.rule, level: 'error', where, says: cell.says })
        return ''
      }
      if (breaksLine(cell.text, dialect)) {
        findings.push({ rule: 'V06', level: 'error', where, says: 'holds a separator or a line end' })
      }
      return cell.text
    })
    lines.push(writeLine(cells, dialect))
  })
  return { name: file.name, text: lines.join(''), record: file.record, rows: rows.length, findings }
}

/** A record written in two dialects finds the same fault twice. */
function withoutRepeats(findings: readonly LayoutFinding[]): readonly LayoutFinding[] {
  return [...new Map(findings.map((finding) => [sortedJson(finding), finding])).values()]
}

function writeManifest(
  drafts: readonly FileDraft[],
  findings: readonly LayoutFinding[],
  { snapshot, report }: CountedSnapshot,
  mapping: LayoutMapping,
): string {
  const rules = [...SNAPSHOT_RULES, ...CELL_RULES, ...AGGREGATE_RULES.map(({ rule }) => rule)].toSorted()
  const found = new Set(findings.map(({ rule }) => rule))
  const manifest = {
    snapshot: snapshot.snapshot,
    asOf: snapshot.asOf,
    period: snapshot.period,
    layout: mapping.version,
    contextTables: new Map(
      [...mapping.tables].map(([name, { version, verifiedOn }]) => [name, { version, verifiedOn }]),
    ),
    settings: mapping.settings,
    files: drafts.map(({ name, record, rows, text }) => ({ name, record, rows, sha256: hashOfText(text) })),
    records: { ...report.records, leftOut: new Set(report.faults.map(({ index }) => index)).size },
    rulesPassed: rules.filter((rule) => !found.has(rule)),
    rulesWithRemarks: [...found].toSorted(),
  }
  return `${JSON.stringify(JSON.parse(sortedJson(manifest)), null, 2)}\n`
}
