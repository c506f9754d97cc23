import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readClock } from '@officine/db/clock'
import { closeDatabase, openDatabase } from '@officine/db/database'
import {
  findDevelopmentFact,
  isEmptyInstallation,
  recordInstallationFact,
} from '@officine/db/installation-facts'
import { makeKeyringFile } from '@officine/db/keyring'
import { migrate } from '@officine/db/migrate'
import { towns, townsWithSeats } from '@officine/tenants/towns'
import type { Command } from '../main.ts'
import type { CliEnvironment } from '../env.ts'
import { letSamplesArrive } from '../simulate/let-samples-arrive.ts'
import { loadSampleUse } from '../simulate/load-sample-use.ts'
import { applyTowns } from './apply-towns.ts'
import { addressLines } from './addresses.ts'
import { databaseForStart } from './database-for-start.ts'
import type { DatabaseForStart } from './database-for-start.ts'
import { lockDataDirectory } from './data-directory-lock.ts'
import { freePort } from './free-port.ts'
import { hasRegione } from './has-regione.ts'
import { supervise } from './supervise.ts'

const apiProgram = fileURLToPath(new URL('../../../api/src/server.dev.ts', import.meta.url))
const workerProgram = fileURLToPath(new URL('../../../api/src/worker.dev.ts', import.meta.url))
const publisherProgram = fileURLToPath(new URL('../../../api/src/publisher.dev.ts', import.meta.url))
const say = (line: string) => console.log(line)

/** `officine start`: everything a developer needs, from an empty folder to a town's portal in the browser; Ctrl-C takes all of it down again. */
export const run: Command = async (_args, environment) => {
  const startedAt = performance.now()
  const dataDirectory = environment.dataDirectory
  const port = environment.port
  await refuseTakenPort(port)
  const unlock = lockDataDirectory(dataDirectory)
  const undo: (() => Promise<void> | void)[] = [unlock]
  const stopAll = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  const { promise: told, resolve: tell } = Promise.withResolvers<void>()
  // Not `once`: the terminal and whoever started us may both say it, and the second must not end us half way down.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => tell())

  try {
    const database = await databaseForStart(environment, dataDirectory, say)
    undo.push(database.stop)
    makeKeyringFile(join(dataDirectory, 'keyring.json'), new Date())
    await prepare(database)

    const mailboxPort = await freePort()
    const api = supervise('The server', apiProgram, apiEnvironment(environment, database, mailboxPort), say)
    undo.push(api.stop)
    const worker = supervise(
      'The worker',
      workerProgram,
      workerEnvironment(environment, database, mailboxPort),
      say,
    )
    undo.push(worker.stop)
    await Promise.race([Promise.all([api.ready, worker.ready]), told])
    // The publisher comes last: nobody at a portal waits for it.
    if (hasRegione(environment)) {
      const publisher = supervise(
        'The publisher',
        publisherProgram,
        publisherEnvironment(environment, database),
        say,
      )
      undo.push(publisher.stop)
      publisher.ready.catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
    }
    for (const line of addressLines(port, towns, database.described, (performance.now() - startedAt) / 1000))
      say(line)
    await told
    say('Stopping…')
    return 0
  } finally {
    await stopAll()
  }
}

async function prepare(database: DatabaseForStart): Promise<void> {
  const ran = await migrate(database.url('owner'))
  if (ran.length > 0) say(`Database schema: ${ran.length} migrations applied.`)
  const owner = openDatabase(database.url('owner'), { connections: 2 })
  try {
    const now = await readClock(owner)
    if (await isEmptyInstallation(owner))
      await recordInstallationFact(owner, 'development', 'made by npm start', now)
    for (const line of await applyTowns(owner, towns, now)) say(line)
    if ((await findDevelopmentFact(owner)) !== undefined) {
      const bookings = await loadSampleUse(owner, { towns: townsWithSeats, years: 1, seed: 1, now })
      await letSamplesArrive(owner, now)
      if (bookings > 0) say(`A year of sample use loaded: ${bookings} bookings by invented people.`)
    }
  } finally {
    await closeDatabase(owner)
  }
}

function apiEnvironment(
  environment: CliEnvironment,
  database: DatabaseForStart,
  mailboxPort: number,
): NodeJS.ProcessEnv {
  return {
    ...environment.inherited,
    PORT: String(environment.port),
    OFFICINE_DATA_DIR: environment.dataDirectory,
    DATABASE_URL: database.url('api'),
    DATABASE_URL_OWNER: database.url('owner'),
    OFFICINE_MAILBOX_PORT: String(mailboxPort),
    DATABASE_URL_WORKER: database.url('worker'), // the mail server of development pipes what comes back to the worker's program
    ...(hasRegione(environment) && {
      DATABASE_URL_REGIONE: database.url('regione'),
      DATABASE_URL_REGIONE_APP: database.url('regioneApp'),
    }),
  }
}

function workerEnvironment(
  environment: CliEnvironment,
  database: DatabaseForStart,
  mailboxPort: number,
): NodeJS.ProcessEnv {
  const { DATABASE_URL: _api, DATABASE_URL_OWNER: _owner, ...inherited } = environment.inherited
  return {
    ...inherited,
    PORT: String(environment.port),
    DATABASE_URL_WORKER: database.url('worker'),
    OFFICINE_MAILBOX_PORT: String(mailboxPort),
  }
}

function publisherEnvironment(environment: CliEnvironment, database: DatabaseForStart): NodeJS.ProcessEnv {
  const { DATABASE_URL: _api, DATABASE_URL_OWNER: _owner, ...inherited } = environment.inherited
  return { ...inherited, DATABASE_URL_PUBLISHER: database.url('publisher') }
}

function refuseTakenPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(new Error(`Port ${port} is taken by another program: stop it, or choose one with PORT.`)),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}
