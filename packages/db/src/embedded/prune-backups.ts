import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupLabel } from './base-backup.ts'
import { isSegment } from './log-archive.ts'

export interface PruneOptions {
  /** The folder that holds the backups, each in a folder of its own. */
  readonly folder: string
  /** Every moment from here on stays restorable. */
  readonly from: Date
}

export interface Pruned {
  readonly kept: readonly string[]
  readonly removed: readonly string[]
  /** Files of the log that no kept backup needs. */
  readonly segments: number
  /** Backups elsewhere for whose sake log was kept. */
  readonly heldFor: readonly string[]
}

interface Found {
  readonly name: string
  readonly label: BackupLabel | undefined
  readonly begunAt: number
}

/**
 * Deletes the backups that no moment from `from` on needs, and then the log that no kept backup needs. What stays: every backup begun since, the last good one before, from which the
 * first of those days is reached, and so always at least one good one. Halves of backups go when they are older. Folders that no backup made are not touched.
 */
export function pruneBackups({ folder, from }: PruneOptions): Pruned {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{8}-\d{6}$/.test(entry.name))
    .map(({ name }) => foundIn(folder, name))
    .sort((one, other) => one.begunAt - other.begunAt)
  const good = found.filter(({ label }) => label !== undefined)
  const base = good.findLast(({ label }) => Date.parse(label?.endedAt ?? '') <= from.getTime()) ?? good[0]
  // Without a good one nothing is known to be superfluous.
  const removed = base === undefined ? [] : found.filter(({ begunAt }) => begunAt < base.begunAt)
  for (const { name } of removed) {
    rmSync(join(folder, name, 'backup.json'), { force: true }) // first: what is half deleted is no backup
    rmSync(join(folder, name), { recursive: true })
  }
  const kept = found.filter((one) => !removed.includes(one))
  const archives = new Set(good.flatMap(({ label }) => label?.logFolder ?? []))
  const pruned = [...archives].filter((path) => existsSync(path)).map((path) => pruneLog(path, kept))
  return {
    kept: kept.map(({ name }) => name),
    removed: removed.map(({ name }) => name),
    segments: pruned.reduce((sum, { segments }) => sum + segments, 0),
    heldFor: pruned.flatMap(({ heldFor }) => heldFor),
  }
}

/** Writes down in the log's folder that a backup needs it, wherever that backup lies. */
export function registerBackup(destination: string, { logFolder, firstSegment }: BackupLabel): void {
  mkdirSync(registerIn(logFolder), { recursive: true })
  writeFileSync(
    join(registerIn(logFolder), `${basename(destination)}.json`),
    JSON.stringify({ destination, firstSegment }),
  )
}

const registerIn = (logFolder: string) => join(logFolder, 'backups')

function foundIn(folder: string, name: string): Found {
  const at = join(folder, name)
  const isWhole = existsSync(join(at, 'backup.json')) && existsSync(join(at, 'cluster', 'backup_label'))
  if (!isWhole) return { name, label: undefined, begunAt: statSync(at).mtimeMs }
  const label = JSON.parse(readFileSync(join(at, 'backup.json'), 'utf8')) as BackupLabel
  return { name, label, begunAt: Date.parse(label.startedAt) }
}

function pruneLog(archive: string, kept: readonly Found[]): { segments: number; heldFor: readonly string[] } {
  const elsewhere = registered(archive)
  const needed = [
    ...kept.flatMap(({ label }) => (label?.logFolder === archive ? [label.firstSegment] : [])),
    ...elsewhere.map(({ firstSegment }) => firstSegment),
  ]
  // The position in the log alone: the timeline before it changes with every restore.
  const [first] = needed.map((segment) => segment.slice(8)).sort()
  if (first === undefined) return { segments: 0, heldFor: [] }
  let segments = 0
  for (const place of [archive, join(archive, 'unfinished')].filter((path) => existsSync(path)))
    for (const name of readdirSync(place)) {
      const [segment = '', ...rest] = name.split('.')
      const isOfLog = isSegment(segment) && (rest.length === 0 || rest.at(-1) === 'backup')
      if (!isOfLog || segment.slice(8) >= first) continue
      rmSync(join(place, name))
      segments += 1
    }
  const ours = new Set(kept.map(({ name }) => name))
  return {
    segments,
    heldFor: elsewhere
      .filter(({ destination }) => !ours.has(basename(destination)))
      .map(({ destination }) => destination),
  }
}

/** The backups that this log is kept for; one that was deleted is struck off, one on a disk that is not there now is not. */
function registered(
  archive: string,
): readonly { readonly destination: string; readonly firstSegment: string }[] {
  if (!existsSync(registerIn(archive))) return []
  return readdirSync(registerIn(archive)).flatMap((name) => {
    const file = join(registerIn(archive), name)
    const entry = JSON.parse(readFileSync(file, 'utf8')) as { destination: string; firstSegment: string }
    if (existsSync(entry.destination) || !existsSync(dirname(entry.destination))) return [entry]
    rmSync(file)
    return []
  })
}
