import { parseArgs } from 'node:util'
import { isCivilDay } from '@officine/domain/indicators/civil-day'
import { countIndicators } from '@officine/domain/indicators/count-indicators'
import { readIndicatorFile } from '@officine/domain/indicators/read-indicator-file'
import { reportJson } from '@officine/domain/indicators/report-json'
import { fileArgument } from '../env.ts'
import type { Command } from '../main.ts'
import { readJsonFile } from '../read-json-file.ts'
import { describeReport } from './describe-report.ts'

const USAGE = 'Usage: officine indicators FILE.json [--as-of YYYY-MM-DD] [--json]'

interface Options {
  readonly file: string
  readonly asOf: string | undefined
  readonly json: boolean
}

/** Recomputes the FSE+ indicators of a participants file: status 0 and figures, or status 2 and nothing on standard output. */
export const run: Command = async (args, environment) => {
  const options = findOptions(args)
  if (options === undefined) return refuse([USAGE])
  if (options.asOf !== undefined && !isCivilDay(options.asOf)) {
    return refuse([`--as-of: ${JSON.stringify(options.asOf)} is not a day written YYYY-MM-DD`])
  }

  const json = await readJsonFile(fileArgument(options.file, environment))
  if (!json.read) return refuse([`${options.file}: ${json.says}`])

  const reading = readIndicatorFile(json.value)
  if (!reading.read) return refuse(reading.faults.map(({ path, says }) => `${path || options.file}: ${says}`))

  const asOf = options.asOf ?? reading.file.asOf
  if (asOf === null) return refuse(['asOf: is missing'])

  const report = countIndicators(reading.file.records, asOf)
  process.stdout.write(options.json ? `${reportJson(report)}\n` : describeReport(report))
  return 0
}

function findOptions(args: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'as-of': { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return undefined
    return { file, asOf: values['as-of'], json: values.json }
  } catch {
    // parseArgs throws on an option it does not know: the usage says which ones there are.
    return undefined
  }
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''))
  return 2
}
