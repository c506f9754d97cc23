import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { findDatabaseUrl } from '../database-url.ts'
import type { Command } from '../main.ts'
import { refuse } from '../refuse.ts'

const program = fileURLToPath(new URL('../../../api/src/bounce.ts', import.meta.url))

const usage = [
  'Usage: officine word bounce < NOTIFICATION   takes in one mail that came back, as a mail system pipes it: see docs/word.md',
]

/** `officine word bounce`: hands standard input to the program that takes in returned mails, and answers with its status. */
export const run: Command = async ([action, ...words], environment) => {
  if (action !== 'bounce' || words.length > 0) return refuse(usage)
  const url = findDatabaseUrl('worker', environment)
  if (url === undefined)
    return refuse(['No database is known: start one with npm start, or set DATABASE_URL_WORKER.'])
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: { ...environment.inherited, DATABASE_URL_WORKER: url },
    stdio: 'inherit',
  })
  const [status] = (await once(child, 'exit')) as [number | null] // null: ended by a signal
  return status ?? 1
}
