import { setInterval as every } from 'node:timers'
import type { Database } from './database.ts'
import { clockOffset } from './schema.ts'

const refreshMilliseconds = 500

/** How far the installation's clock is ahead of the machine's, in milliseconds; behind when negative, 0 when nobody moved it. */
export async function findClockOffset(db: Database): Promise<number> {
  const [row] = await db.select({ milliseconds: clockOffset.milliseconds }).from(clockOffset)
  return row?.milliseconds ?? 0
}

/** What the installation's clock shows, for a command that asks once. */
export async function readClock(db: Database): Promise<Date> {
  return new Date(Date.now() + (await findClockOffset(db)))
}

/** Puts the clock this far ahead of the machine's. Needs the owner's connection; who may is decided by the caller. */
export async function saveClockOffset(owner: Database, milliseconds: number): Promise<void> {
  const row = { name: 'installation', milliseconds, setAt: new Date() }
  await owner
    .insert(clockOffset)
    .values(row)
    .onConflictDoUpdate({ target: clockOffset.name, set: { milliseconds, setAt: row.setAt } })
}

export interface FollowedClock {
  readonly now: () => Date
  readonly stop: () => void
}

/** The installation's clock for a process that runs on: asking it costs nothing, and a move reaches it within a second. */
export async function followClock(db: Database): Promise<FollowedClock> {
  let offset = await findClockOffset(db)
  const refresh = async () => {
    try {
      offset = await findClockOffset(db)
    } catch {
      // The last known offset stands: whatever ails the database is told by whoever asks it for more, and must not end a process from a timer.
    }
  }
  const timer = every(() => void refresh(), refreshMilliseconds).unref()
  return { now: () => new Date(Date.now() + offset), stop: () => clearInterval(timer) }
}
