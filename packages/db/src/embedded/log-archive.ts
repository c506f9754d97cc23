import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isDatabaseAway } from '../database-away.ts'
import { databaseName } from './credentials.ts'
import type { Credentials } from './credentials.ts'
import { erasureJournal } from './erasure-journal.ts'
import type { OperatingUser } from './operating-user.ts'
import { superuserClient } from './server-program.ts'

/** How often the part of the log that is still being written is copied: what a lost machine loses at most. */
const shipMilliseconds = 1_000

/** Where the write-ahead log of a cluster is kept, once there is a backup to which it can be applied. */
export interface LogArchive {
  /** Finished segments, put there by the server itself. */
  readonly folder: string
  /** Copies of the segments not yet finished, at most a second old. */
  readonly unfinished: string
  /** Stands when the log is kept: from the first backup on, a folder that is missing is a fault and not a choice. */
  readonly marker: string
}

/** The archive of the cluster in `data`: beside it, or in a folder of the keeper's choice, best on another disk. */
export function logArchive(data: string, chosen: string | undefined): LogArchive {
  const folder = chosen ?? join(dirname(data), 'wal-archive')
  return { folder, unfinished: join(folder, 'unfinished'), marker: join(dirname(data), 'log-is-kept') }
}

/** Server settings that keep the log: a segment counts as kept when it is in the archive, whole and under its own name. */
export function archiveSettings({ folder, marker }: LogArchive): readonly string[] {
  const quoted = (path: string) => `'${path.replaceAll("'", String.raw`'\''`).replaceAll('%', '%%')}'`
  const kept = `${quoted(folder)}/%f`
  const begun = `${quoted(folder)}/.%f`
  // Already there and the same: the server died between the copy and its note of it.
  const same = `{ test -f ${kept} && cmp -s "%p" ${kept}; }`
  const copy = `{ test ! -f ${kept} && cp "%p" ${begun} && mv ${begun} ${kept}; }`
  return [
    'wal_level=replica',
    'archive_mode=on',
    `archive_command=test ! -f ${quoted(marker)} || ${same} || ${copy}`,
  ]
}

/** Begins to keep the log of a running cluster. */
export function keepLog({ folder, unfinished, marker }: LogArchive, user: OperatingUser | undefined): void {
  for (const path of [folder, unfinished]) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (user !== undefined) chownSync(path, user.uid, user.gid)
  }
  writeFileSync(marker, '')
}

/** Copies the unfinished end of the log into the archive every second, for as long as the answer is not called. */
export function shipUnfinishedLog(
  data: string,
  archive: LogArchive,
  secrets: Credentials,
): () => Promise<void> {
  const client = superuserClient(secrets)
  const ofTowns = superuserClient(secrets, databaseName)
  const erasures = erasureJournal(ofTowns, archive.folder)
  let shipped = ''
  let last: Promise<void> = Promise.resolve()
  const ship = async () => {
    if (!existsSync(archive.marker)) return
    try {
      const [row] = await client<
        { segment: string; position: string }[]
      >`select pg_walfile_name(pg_current_wal_flush_lsn()) as segment, pg_current_wal_flush_lsn()::text as position`
      if (row === undefined || row.position === shipped) return
      copyUnfinished(data, archive, row.segment)
      await erasures.keepUp()
      shipped = row.position
    } catch (error) {
      if (!isDatabaseAway(error)) throw error // away: there is no new log, and its end comes with the next start
    }
  }
  const timer = setInterval(() => {
    last = last.then(ship)
  }, shipMilliseconds)
  return async () => {
    clearInterval(timer)
    await last
    await ship() // what was written since the last second
    await Promise.all([client.end({ timeout: 1 }), ofTowns.end({ timeout: 1 })])
  }
}

function copyUnfinished(data: string, { folder, unfinished }: LogArchive, current: string): void {
  const isFinished = (segment: string) => existsSync(join(folder, segment))
  const inUse = readdirSync(join(data, 'pg_wal')).filter(
    (name) =>
      isSegment(name) && name.slice(0, 8) === current.slice(0, 8) && name <= current && !isFinished(name),
  )
  for (const name of inUse) {
    const source = join(data, 'pg_wal', name)
    const copy = join(unfinished, name)
    if (existsSync(copy) && statSync(copy).mtimeMs > statSync(source).mtimeMs) continue
    copyFileSync(source, `${copy}.part`)
    renameSync(`${copy}.part`, copy)
  }
  for (const name of readdirSync(unfinished)) if (isFinished(name)) rmSync(join(unfinished, name))
}

/** Whether a file of the log is a segment, and not a history or a label. */
export function isSegment(name: string): boolean {
  return /^[0-9A-F]{24}$/.test(name)
}
