import { stat } from 'node:fs/promises'
import { allocate } from '@officine/domain/allocation/allocate'
import { canonicalJson } from '@officine/domain/allocation/canonical-json'
import { readCases } from '@officine/domain/allocation/read-case'
import { fileArgument } from '../env.ts'
import type { Command } from '../main.ts'
import { readJsonFile } from '../read-json-file.ts'

const USAGE = 'Usage: officine allocate FILE.json'

/** A year of one town's draws fits many times; what is larger is not a file of cases, and is refused before it is read. */
const largestFileBytes = 32 * 1024 * 1024

/** Decides the cases of a file again, with the same engine as the server's: status 0 and canonical JSON, or status 2 and one line a fault. */
export const run: Command = async (args, environment) => {
  const [file, ...others] = args
  if (file === undefined || others.length > 0 || file.startsWith('--')) return refuse([USAGE])

  const path = fileArgument(file, environment)
  const bytes = await stat(path).then(
    ({ size }) => size,
    () => 0, // a file that cannot be seen is refused below, by the reading that says why
  )
  if (bytes > largestFileBytes)
    return refuse([`${file}: found ${bytes} bytes, allowed at most ${largestFileBytes}`])

  const json = await readJsonFile(path)
  if (!json.read) return refuse([`${file}: ${json.says}`])

  const reading = readCases(json.value)
  if (!reading.ok)
    return refuse(
      reading.faults.map((fault) => `${fault.path || file}: found ${fault.found}, allowed ${fault.allowed}`),
    )

  const results = reading.cases.map(allocate)
  // Not a byte more than the canonical text: whoever hashes the output must get the hash of the result.
  process.stdout.write(canonicalJson(Array.isArray(json.value) ? results : results[0]))
  return 0
}

function refuse(lines: readonly string[]): number {
  // A path comes from the file: a line break in a field's name must not become a line of its own.
  process.stderr.write(lines.map((line) => `${line.replaceAll(/\p{Cc}/gu, '?')}\n`).join(''))
  return 2
}
