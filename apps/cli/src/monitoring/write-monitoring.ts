import { parseArgs } from 'node:util'
import type { LayoutFinding } from '@officine/domain/monitoring/layout-finding'
import type { LayoutMapping } from '@officine/domain/monitoring/layout-mapping'
import { pucMapping } from '@officine/domain/monitoring/puc-mapping'
import { readLayoutMapping } from '@officine/domain/monitoring/read-layout-mapping'
import { readMonitoringSnapshot } from '@officine/domain/monitoring/read-monitoring-snapshot'
import { writeLayouts } from '@officine/domain/monitoring/write-layouts'
import { fileArgument } from '../env.ts'
import type { CliEnvironment } from '../env.ts'
import type { Command } from '../main.ts'
import { readJsonFile } from '../read-json-file.ts'
import { saveFiles } from './save-files.ts'

const USAGE =
  'Usage: officine monitoring SNAPSHOT.json FOLDER [--mapping FILE.json]\n' +
  '       officine monitoring SNAPSHOT.json --check [--mapping FILE.json]'

interface Options {
  readonly snapshot: string
  /** Absent to check only. */
  readonly folder: string | undefined
  readonly mapping: string | undefined
}

/**
 * Writes the national monitoring layouts of a snapshot. Status 0; 2 for input that cannot be read or a folder that holds other
 * files; 3 when the pre-validation finds an error. Nothing is written but with status 0.
 */
export const run: Command = async (args, environment) => {
  const options = findOptions(args)
  if (options === undefined) return refuse([USAGE])

  const mapping = await loadMapping(options.mapping, environment)
  if (!mapping.loaded) return refuse(mapping.faults)

  const json = await readJsonFile(fileArgument(options.snapshot, environment))
  if (!json.read) return refuse([`${options.snapshot}: ${json.says}`])
  const reading = readMonitoringSnapshot(json.value)
  if (!reading.read) return refuse(describeFaults(reading.faults, options.snapshot))

  const { files, findings } = writeLayouts(reading.snapshot, mapping.mapping)
  for (const finding of findings) process.stderr.write(`${describeFinding(finding)}\n`)
  if (findings.some(({ level }) => level === 'error')) return 3
  if (options.folder === undefined) {
    process.stdout.write(`${files.length} files would be written.\n`)
    return 0
  }

  const occupied = await saveFiles(fileArgument(options.folder, environment), files)
  if (occupied.length > 0)
    return refuse(occupied.map((name) => `${options.folder}/${name}: holds something else`))
  process.stdout.write(files.map(({ name }) => `${options.folder}/${name}\n`).join(''))
  return 0
}

function findOptions(args: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { mapping: { type: 'string' }, check: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [snapshot, folder, ...others] = positionals
    if (snapshot === undefined || others.length > 0) return undefined
    if (values.check === (folder !== undefined)) return undefined
    return { snapshot, folder, mapping: values.mapping }
  } catch {
    // parseArgs throws on an option it does not know: the usage says which ones there are.
    return undefined
  }
}

async function loadMapping(
  file: string | undefined,
  environment: CliEnvironment,
): Promise<
  | { readonly loaded: true; readonly mapping: LayoutMapping }
  | { readonly loaded: false; readonly faults: readonly string[] }
> {
  if (file === undefined) return { loaded: true, mapping: pucMapping() }
  const json = await readJsonFile(fileArgument(file, environment))
  if (!json.read) return { loaded: false, faults: [`${file}: ${json.says}`] }
  const reading = readLayoutMapping(json.value)
  if (!reading.read) return { loaded: false, faults: describeFaults(reading.faults, file) }
  return { loaded: true, mapping: reading.mapping }
}

function describeFaults(
  faults: readonly { readonly path: string; readonly says: string }[],
  file: string,
): readonly string[] {
  return faults.map(({ path, says }) => `${path || file}: ${says}`)
}

function describeFinding({ level, rule, where, says }: LayoutFinding): string {
  return `${level} ${rule} ${where}: ${says}`.replaceAll(/\p{Cc}/gu, '?')
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''))
  return 2
}
