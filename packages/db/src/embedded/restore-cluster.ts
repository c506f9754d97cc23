import { spawn } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { closeDatabase, openDatabase } from '../database.ts'
import { migrate } from '../migrate.ts'
import { endEveryOfficerSession, endEverySession } from '../end-every-session.ts'
import { repeatErasures } from '../repeat-erasures.ts'
import { listTowns } from '../towns.ts'
import { withTenant } from '../with-tenant.ts'
import { keyFiles, readBackupLabel } from './base-backup.ts'
import type { BackupLabel } from './base-backup.ts'
import { binaries } from './binaries.ts'
import { clusterFolder } from './cluster-folder.ts'
import type { ClusterFolder } from './cluster-folder.ts'
import { credentials, roleUrl } from './credentials.ts'
import { startEmbeddedCluster } from './embedded-cluster.ts'
import { journalIn, readErasures } from './erasure-journal.ts'
import { isSegment } from './log-archive.ts'
import { operatingUser, runningAs } from './operating-user.ts'
import type { OperatingUser } from './operating-user.ts'
import { ready, serverArguments, superuserClient } from './server-program.ts'

export interface RestoreOptions {
  readonly source: string
  /** Made here, or empty. */
  readonly dataDirectory: string
  /** Folders with log written since the backup, besides the backup's own. */
  readonly logFolders: readonly string[]
  /** The last instant to bring back, on the machine's clock; the end of the log when left out. */
  readonly until: Date | undefined
  /** A folder with keyring and passwords, for a backup that was taken without them. */
  readonly keysFolder: string | undefined
  readonly say: (line: string) => void
}

/**
 * Makes a data directory from a backup and the log since: copies, replays, promotes, and stops again, ready to be started.
 * Answers the instant of the last transaction that came back. Throws a sentence when the folder is in use, the keys are missing, or the log does not reach `until`.
 */
export async function restoreCluster(options: RestoreOptions): Promise<Date | undefined> {
  const { source, dataDirectory } = options
  const label = readBackupLabel(source)
  if (existsSync(dataDirectory) && readdirSync(dataDirectory).length > 0)
    throw new Error(`${dataDirectory} is not empty: a restore never overwrites.`)
  const keys = options.keysFolder ?? source
  const missing = keyFiles.filter((name) => !existsSync(join(keys, name)))
  if (missing.length > 0)
    throw new Error(
      `${missing.join(' and ')} are not in ${keys}: without them nobody can sign in to what is restored.`,
    )

  let isWhole = false
  try {
    const restoredTo = await restoreInto(options, label, keys)
    isWhole = true
    return restoredTo
  } finally {
    if (!isWhole)
      for (const name of readdirSync(dataDirectory)) rmSync(join(dataDirectory, name), { recursive: true })
  }
}

async function restoreInto(
  options: RestoreOptions,
  label: BackupLabel,
  keys: string,
): Promise<Date | undefined> {
  const { source, dataDirectory, say } = options
  const user = operatingUser()
  const folder = clusterFolder(dataDirectory, user)
  if (folder.notice !== undefined) say(folder.notice)
  for (const name of keyFiles) copyPrivately(join(keys, name), join(dataDirectory, name))
  copyTree(join(source, 'cluster'), folder.data, user)
  for (const name of ['pg_wal', join('pg_wal', 'archive_status')]) makeFolder(join(folder.data, name), user)

  const log = join(dirname(folder.data), 'log-to-replay')
  makeFolder(log, user)
  const segments = gatherLog([join(source, 'log'), ...options.logFolders], label.firstSegment, log, user)
  say(`Replaying ${segments} segments of the log on the backup of ${label.startedAt}…`)
  const restoredTo = await replay(options, folder, log, user)
  rmSync(log, { recursive: true, force: true })
  await catchUp(options)
  return restoredTo
}

/** Whoever was erased after what came back is erased in it too, and nobody is signed in, before anybody can look. */
async function catchUp({ dataDirectory, logFolders, say }: RestoreOptions): Promise<void> {
  const erasures = readErasures(logFolders)
  if (!logFolders.some((folder) => existsSync(journalIn(folder))))
    say(
      'No journal of erasures lies with the log: whoever was erased after the backup is back. Repeat those from the register of requests.',
    )
  const cluster = await startEmbeddedCluster({ dataDirectory, say })
  const ownerUrl = roleUrl(cluster.credentials, 'owner')
  try {
    await migrate(ownerUrl) // an older copy has the tables of its day
    const owner = openDatabase(ownerUrl, { connections: 1 })
    const now = new Date()
    for (const { id } of await listTowns(owner)) await withTenant(owner, id, (tx) => endEverySession(tx, now))
    await endEveryOfficerSession(owner, now)
    const repeated = await repeatErasures(owner, erasures)
    await closeDatabase(owner)
    if (repeated > 0) say(`Erased again, as they had asked: ${repeated} people who came back with the copy.`)
  } finally {
    await cluster.stop()
  }
}

/** The log from the backup on: finished segments first, and of what was never finished the copy that reaches furthest. */
function gatherLog(
  folders: readonly string[],
  first: string,
  log: string,
  user: OperatingUser | undefined,
): number {
  const unfinished = folders.map((folder) => join(folder, 'unfinished'))
  for (const folder of [...folders, ...unfinished].filter((path) => existsSync(path))) {
    for (const name of readdirSync(folder)) {
      const isWanted = name.endsWith('.history') || (isSegment(name) && name.slice(8) >= first.slice(8))
      const target = join(log, name)
      if (isWanted && !existsSync(target)) copyFor(join(folder, name), target, user)
    }
  }
  return readdirSync(log).filter(isSegment).length
}

async function replay(
  { dataDirectory, until }: RestoreOptions,
  { data, privateFolder }: ClusterFolder,
  log: string,
  user: OperatingUser | undefined,
): Promise<Date | undefined> {
  const programs = await binaries(user, privateFolder)
  const secrets = await credentials(join(dataDirectory, 'database.json'))
  writeFor(join(data, 'recovery.signal'), '', user)
  const flags = serverArguments(data, secrets.port, [
    `restore_command=cp '${log.replaceAll("'", String.raw`'\''`).replaceAll('%', '%%')}/%f' "%p"`,
    'recovery_target_action=promote',
    'recovery_target_timeline=latest',
    'log_min_messages=log', // what it found in the log, for who has to explain a restore
    ...(until === undefined ? [] : [`recovery_target_time=${until.toISOString().replace('Z', '+00')}`]),
  ])
  const server = spawn(programs.postgres, flags, {
    ...runningAs(user),
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
  })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      appendFileSync(join(dataDirectory, 'postgresql.log'), chunk)
    })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  try {
    await ready(secrets, () => server.exitCode !== null)
    const client = superuserClient(secrets)
    const [row] = await client<{ at: Date | null }[]>`select pg_last_xact_replay_timestamp() as at`
    await client`checkpoint`
    await client.end()
    return row?.at ?? undefined
  } catch (error) {
    throw new Error(sentenceFor(said, until), { cause: error })
  } finally {
    server.kill('SIGINT')
    await ended
  }
}

function sentenceFor(said: string, until: Date | undefined): string {
  if (said.includes('recovery ended before configured recovery target'))
    return `The log ends before ${until?.toISOString()}: give the folder that holds the rest, or restore to its end.`
  return `PostgreSQL could not replay the log: ${/FATAL: +(.*)/.exec(said)?.[1] ?? 'its own log, postgresql.log, says why'}.`
}

function copyTree(from: string, to: string, user: OperatingUser | undefined): void {
  makeFolder(to, user)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyTree(source, target, user)
    else copyFor(source, target, user)
  }
}

function makeFolder(path: string, user: OperatingUser | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (user !== undefined) chownSync(path, user.uid, user.gid)
}

function copyFor(source: string, target: string, user: OperatingUser | undefined): void {
  copyPrivately(source, target)
  if (user !== undefined) chownSync(target, user.uid, user.gid)
}

function copyPrivately(source: string, target: string): void {
  copyFileSync(source, target)
  chmodSync(target, 0o600)
}

function writeFor(path: string, text: string, user: OperatingUser | undefined): void {
  writeFileSync(path, text, { mode: 0o600 })
  if (user !== undefined) chownSync(path, user.uid, user.gid)
}
