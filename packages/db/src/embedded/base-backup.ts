import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { readCredentials } from './credentials.ts'
import { isSegment, keepLog, logArchive } from './log-archive.ts'
import { registerBackup } from './prune-backups.ts'
import { canReach, operatingUser } from './operating-user.ts'
import { superuserClient } from './server-program.ts'

export interface BackupOptions {
  readonly dataDirectory: string
  /** The backup's own folder: made here, refused when it holds anything. */
  readonly destination: string
  readonly logFolder: string | undefined
  /** False to keep keyring and passwords apart from the data that they open. */
  readonly withKeys: boolean
}

/** What a backup says of itself; written last, so that a folder without it is half a backup. */
export interface BackupLabel {
  readonly format: 'officine-backup/1'
  readonly version: string
  readonly startedAt: string
  readonly endedAt: string
  /** The segment from which on the log is needed. */
  readonly firstSegment: string
  /** Where the log that follows is kept. */
  readonly logFolder: string
  readonly withKeys: boolean
  readonly bytes: number
}

/** Files with secrets, beside the cluster in the data directory. */
export const keyFiles = ['keyring.json', 'database.json'] as const

// Made anew at start, or another server's: https://www.postgresql.org/docs/18/continuous-archiving.html, 25.3.4.
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|pg_internal\.init.*|pgsql_tmp.*|recovery\.signal|standby\.signal)$/

/**
 * Copies a running embedded cluster while it goes on working, with the log that makes the copy whole, and from then on keeps the log.
 * Throws a sentence when there is no running cluster, or the destination is not empty.
 */
export async function baseBackup({
  dataDirectory,
  destination,
  logFolder,
  withKeys,
}: BackupOptions): Promise<BackupLabel> {
  const secrets = readCredentials(join(dataDirectory, 'database.json'))
  if (secrets === undefined) throw new Error(`No embedded database was ever started in ${dataDirectory}.`)
  if (existsSync(destination) && readdirSync(destination).length > 0)
    throw new Error(`${destination} is not empty.`)
  mkdirSync(destination, { recursive: true, mode: 0o700 })
  chmodSync(destination, 0o700)

  const startedAt = new Date()
  const client = superuserClient(secrets)
  try {
    const [server] = await client<{ data: string; version: string }[]>`
      select current_setting('data_directory') as data, current_setting('server_version') as version`
    if (server === undefined) throw new Error('The server does not say where its data are.')
    const { data, version } = server
    const user = operatingUser()
    const archive = logArchive(data, logFolder)
    keepLog(archive, user)
    if (!canReach(archive.folder, user))
      throw new Error(`The account that runs PostgreSQL cannot write to ${archive.folder}.`)

    // The start and the end are one session's: both on the one connection of this client.
    const [begun] = await client<{ segment: string }[]>`
      select pg_walfile_name(pg_backup_start(${startedAt.toISOString()}, fast => true)) as segment`
    const bytes = copyCluster(data, join(destination, 'cluster'))
    const [ended] = await client<{ label: string; segment: string }[]>`
      select labelfile as label, pg_walfile_name(lsn) as segment from pg_backup_stop(wait_for_archive => true)`
    if (begun === undefined || ended === undefined)
      throw new Error('The server did not say where its log stands.')
    writeFileSync(join(destination, 'cluster', 'backup_label'), ended.label)

    const log = join(destination, 'log')
    mkdirSync(log, { mode: 0o700 })
    for (const name of readdirSync(archive.folder))
      if (name.endsWith('.history') || (isSegment(name) && begun.segment <= name))
        copyFileSync(join(archive.folder, name), join(log, name))
    if (withKeys) for (const name of keyFiles) copySecret(join(dataDirectory, name), join(destination, name))

    const told: BackupLabel = {
      format: 'officine-backup/1',
      version,
      startedAt: startedAt.toISOString(),
      endedAt: new Date().toISOString(),
      firstSegment: begun.segment,
      logFolder: archive.folder,
      withKeys,
      bytes,
    }
    writeFileSync(join(destination, 'backup.json'), `${JSON.stringify(told, null, 2)}\n`)
    registerBackup(destination, told)
    return told
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** The label of a backup; throws a sentence for a folder that holds none, or only half of one. */
export function readBackupLabel(folder: string): BackupLabel {
  const file = join(folder, 'backup.json')
  if (!existsSync(file)) throw new Error(`${folder} holds no finished backup: backup.json is missing.`)
  const label = JSON.parse(readFileSync(file, 'utf8')) as BackupLabel
  if (label.format !== 'officine-backup/1')
    throw new Error(`${file} is of a form that this version does not know.`)
  return label
}

/** Copies a folder of the cluster; what vanishes meanwhile is in the log. Answers how many bytes. */
function copyCluster(from: string, to: string): number {
  let bytes = 0
  mkdirSync(to, { mode: 0o700 })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const { name } = entry
    const [source, target] = [join(from, name), join(to, name)]
    if (leftOut.test(name)) continue
    if (entry.isDirectory()) {
      if (emptied.has(name)) mkdirSync(target, { mode: 0o700 })
      else bytes += copyCluster(source, target)
    } else if (entry.isFile()) bytes += copyIfThere(source, target)
    else
      throw new Error(
        `${source} is neither a file nor a folder: tablespaces are not backed up by this command.`,
      )
  }
  return bytes
}

function copyIfThere(source: string, target: string): number {
  try {
    copyFileSync(source, target)
    return lstatSync(target).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0 // dropped since it was listed
    throw error
  }
}

function copySecret(source: string, target: string): void {
  copyFileSync(source, target)
  chmodSync(target, 0o600)
}
