import { pruneBackups } from '@officine/db/embedded/prune-backups'
import { fileArgument } from '../env.ts'
import type { CliEnvironment } from '../env.ts'
import { refuse } from '../refuse.ts'

const dayMilliseconds = 86_400_000

/** `officine backup prune`: keeps what every moment of the last days needs, and at least one good backup; the rest goes, with its log. */
export function prune(folder: string, keep: string, environment: CliEnvironment): number {
  const [, days] = /^(\d{1,4})d$/.exec(keep) ?? []
  if (days === undefined || Number(days) < 1)
    return refuse([`--keep ${keep} is no number of days: say 14d for two weeks.`])
  // Backups are named and dated by the machine's clock, whatever the installation's shows.
  const from = new Date(Date.now() - Number(days) * dayMilliseconds)
  const { kept, removed, segments, heldFor } = pruneBackups({
    folder: fileArgument(folder, environment),
    from,
  })
  if (kept.length === 0) return refuse([`${folder} holds no backup: nothing was deleted.`])
  console.log(`Kept ${kept.length} of ${kept.length + removed.length} backups: ${kept.join(', ')}.`)
  if (removed.length > 0) console.log(`Deleted: ${removed.join(', ')}.`)
  console.log(`Deleted from the log: ${segments} files that no backup needs.`)
  if (heldFor.length > 0) console.log(`Log is kept for backups elsewhere too: ${heldFor.join(', ')}.`)
  return 0
}
