import { auditTables } from '@officine/release/audit-tables'
import type { AuditOutcome } from '@officine/release/audit-tables'
import type { Interval } from '@officine/release/completions'
import { readReleaseCase } from '@officine/release/read-release-case'
import { releaseTables } from '@officine/release/release-tables'
import type { Release } from '@officine/release/release-tables'
import { loadSolver } from '@officine/release/solver'
import { fileArgument } from '../env.ts'
import type { Command } from '../main.ts'
import { readJsonFile } from '../read-json-file.ts'

const badInput = 2
const cannotBeMadeSafe = 3

/**
 * `officine release-check FILE`: says what of a table, or of each of a list of tables, may be published. Prints JSON; exit status 2 on
 * bad input, with nothing printed but the faults, and 3 where some table cannot be made safe.
 */
export const run: Command = async (args, environment) => {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0) return refuse(['Usage: officine release-check FILE.json'])
  const json = await readJsonFile(fileArgument(file, environment))
  if (!json.read) return refuse([`${file}: ${json.says}`])
  const list: readonly unknown[] | undefined = Array.isArray(json.value) ? json.value : undefined
  const cases = (list ?? [json.value]).map((each, position) =>
    readReleaseCase(each, list === undefined ? '' : `[${position}]`),
  )
  const faults = cases.flatMap((each) => (each.valid ? [] : each.faults))
  if (faults.length > 0) return refuse(faults.map(({ path, problem }) => `${path || file}: ${problem}`))

  const highs = await loadSolver()
  const results: Readonly<Record<string, unknown>>[] = []
  let status = 0
  for (const [position, each] of cases.entries()) {
    if (!each.valid) continue
    if (each.case.kind === 'audit') {
      const outcome = auditTables(highs, each.case.audit)
      const path = list === undefined ? 'sums' : `[${position}].sums`
      if (!outcome.consistent) return refuse([`${path}: cannot hold in whole people.`])
      results.push(auditAnswer(outcome))
    } else {
      const release = releaseTables(highs, each.case.tables)
      if (!release.released) status = cannotBeMadeSafe
      results.push(releaseAnswer(release, each.hasPrevious))
    }
  }
  process.stdout.write(`${JSON.stringify(list === undefined ? results[0] : results, null, 2)}\n`)
  return status
}

function releaseAnswer(release: Release, hasPrevious: boolean): Readonly<Record<string, unknown>> {
  if (!release.released) return { infeasible: release.infeasible, published: {} }
  return {
    published: Object.fromEntries(release.published),
    primary: release.primary,
    secondary: release.secondary,
    intervals: pairs(release.intervals),
    ...(hasPrevious ? { republished: Object.fromEntries(release.republished) } : {}),
  }
}

function auditAnswer(
  outcome: Extract<AuditOutcome, { consistent: true }>,
): Readonly<Record<string, unknown>> {
  const { intervals, unsafe, exposed } = outcome
  return { intervals: pairs(intervals), unsafe, ...(exposed.length > 0 ? { exposed } : {}) }
}

function pairs(
  intervals: ReadonlyMap<string, Interval>,
): Readonly<Record<string, readonly [number, number | null]>> {
  return Object.fromEntries([...intervals].map(([name, { min, max }]) => [name, [min, max]]))
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''))
  return badInput
}
