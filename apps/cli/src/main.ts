/** The `officine` command: one word, one file. Each returns its exit status; bad input is 2 and one line a fault on standard error. */
import { cliEnvironment, wantsTraces } from './env.ts'
import type { CliEnvironment } from './env.ts'

export type Command = (args: readonly string[], environment: CliEnvironment) => Promise<number>

const commands: Readonly<Record<string, () => Promise<{ readonly run: Command }>>> = {
  start: () => import('./start/start.command.ts'),
  backup: () => import('./backup/backup-command.ts'),
  restore: () => import('./backup/restore-command.ts'),
  clock: () => import('./clock/clock-command.ts'),
  keys: () => import('./keys/keys-command.ts'),
  staff: () => import('./staff/staff-command.ts'),
  db: () => import('./db/db-command.ts'),
  simulate: () => import('./simulate/simulate-command.ts'),
  tenant: () => import('./tenant/tenant-command.ts'),
  allocate: () => import('./allocate/replay-allocation.ts'),
  rules: () => import('./rules/rules-command.ts'),
  indicators: () => import('./indicators/recompute-indicators.ts'),
  monitoring: () => import('./monitoring/write-monitoring.ts'),
  word: () => import('./word/word-command.ts'),
  publish: () => import('./publish/publish-command.ts'),
  regione: () => import('./regione/regione-command.ts'),
  'release-check': () => import('./release-check/release-check.ts'),
}

const [name, ...args] = process.argv.slice(2)
const load = name === undefined ? undefined : commands[name]
if (load === undefined) {
  console.error(`Usage: officine <${Object.keys(commands).join(' | ')}> …`)
  process.exitCode = 2
} else {
  try {
    const { run } = await load()
    process.exitCode = await run(args, cliEnvironment())
  } catch (error) {
    // The one handler: whoever typed the command reads the sentence, whoever looks for a defect asks for the trace.
    console.error(error instanceof Error && !wantsTraces() ? `officine ${name}: ${error.message}` : error)
    process.exitCode = 1
  }
}
