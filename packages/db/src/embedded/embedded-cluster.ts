import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bootstrapSql } from '../bootstrap-roles.ts'
import { binaries } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { clusterFolder } from './cluster-folder.ts'
import { credentials, databaseName } from './credentials.ts'
import type { Credentials } from './credentials.ts'
import { archiveSettings, logArchive, shipUnfinishedLog } from './log-archive.ts'
import { operatingUser, runningAs } from './operating-user.ts'
import type { OperatingUser } from './operating-user.ts'
import { ready, serverArguments, superuserClient } from './server-program.ts'

export interface ClusterOptions {
  readonly dataDirectory: string
  readonly say: (line: string) => void
  /** Extra server settings, `name=value`; tests trade durability for speed here. */
  readonly settings?: readonly string[]
  /** Where the log is kept from the first backup on; beside the cluster when left out. */
  readonly logFolder?: string | undefined
}

export interface EmbeddedCluster {
  readonly credentials: Credentials
  readonly version: string
  /** Ends the server after its running transactions were told to stop. */
  readonly stop: () => Promise<void>
}

/**
 * PostgreSQL out of the packages: makes the cluster on first use, starts it on loopback with random passwords, and starts it again whenever it ends by itself.
 * Throws a sentence when it cannot run here.
 */
export async function startEmbeddedCluster({
  dataDirectory,
  say,
  settings = [],
  logFolder,
}: ClusterOptions): Promise<EmbeddedCluster> {
  const user = operatingUser()
  const folder = clusterFolder(dataDirectory, user)
  if (folder.notice !== undefined) say(folder.notice)
  const programs = await binaries(user, folder.privateFolder)
  await endLeftover(folder.data)
  const secrets = await credentials(join(dataDirectory, 'database.json'))
  if (!existsSync(join(folder.data, 'PG_VERSION'))) initialise(programs, folder.data, secrets, user)

  const log = join(dataDirectory, 'postgresql.log')
  let isStopping = false
  let server: ChildProcess
  let ended: Promise<void> = Promise.resolve()
  const archive = logArchive(folder.data, logFolder)
  const flags = serverArguments(folder.data, secrets.port, [...archiveSettings(archive), ...settings])
  const start = () => {
    server = spawn(programs.postgres, flags, {
      ...runningAs(user),
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      detached: true, // a group of its own: Ctrl-C in the terminal reaches us, and we stop it in order
    })
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (chunk: Buffer) => appendFileSync(log, chunk))
    ended = new Promise((resolve) => {
      server.once('error', () => resolve())
      server.once('exit', () => {
        resolve()
        if (isStopping) return
        say('PostgreSQL ended by itself: starting it again.')
        setTimeout(() => isStopping || start(), 300)
      })
    })
  }
  start()
  const version = await ready(secrets)
  await bootstrap(secrets)
  const stopShipping = shipUnfinishedLog(folder.data, archive, secrets)
  return {
    credentials: secrets,
    version,
    stop: async () => {
      isStopping = true
      await stopShipping()
      server.kill('SIGINT') // fast shutdown: open transactions are rolled back, nothing committed is lost
      await Promise.race([ended, pause(10_000).then(() => server.kill('SIGQUIT'))])
    },
  }
}

function initialise(
  programs: Binaries,
  data: string,
  secrets: Credentials,
  user: OperatingUser | undefined,
): void {
  mkdirSync(dirname(data), { recursive: true })
  if (user !== undefined) {
    mkdirSync(data, { mode: 0o700 })
    chownSync(data, user.uid, user.gid)
  }
  const shelf = mkdtempSync(join('/tmp', 'officine-init-'))
  const passwordFile = join(shelf, 'password')
  writeFileSync(passwordFile, secrets.superuserPassword, { mode: 0o600 })
  if (user !== undefined) for (const path of [shelf, passwordFile]) chownSync(path, user.uid, user.gid)
  // Without these it would be SQL_ASCII with clear-text passwords.
  const flags = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--auth=scram-sha-256',
    '--username=postgres',
    '--wal-segsize=4', // the log is kept a segment at a time: a small one is soon full
  ]
  const outcome = spawnSync(programs.initdb, ['-D', data, ...flags, `--pwfile=${passwordFile}`], {
    ...runningAs(user),
    encoding: 'utf8',
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
  })
  rmSync(shelf, { recursive: true, force: true })
  if (outcome.status !== 0) {
    throw new Error(
      `PostgreSQL could not make its data directory ${data}: ${outcome.stderr || String(outcome.error)}`,
    )
  }
}

/** A server of an earlier run that was killed without stopping it still holds the folder: it is asked to stop, so that this run owns what it supervises. */
async function endLeftover(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  for (let waited = 0; waited < 100 && isPostgres(pid); waited += 1) {
    if (waited === 0) process.kill(pid, 'SIGINT')
    await pause(100)
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false // no such process, or no /proc: PostgreSQL itself then refuses a folder in use
  }
}

async function bootstrap(secrets: Credentials): Promise<void> {
  const client = superuserClient(secrets)
  try {
    const found = await client`select from pg_database where datname = ${databaseName}`
    if (found.length === 0) await client.unsafe(`create database ${databaseName}`)
    await client.unsafe(bootstrapSql(databaseName, (role) => secrets.rolePasswords[role]))
  } finally {
    await client.end({ timeout: 5 })
  }
}
