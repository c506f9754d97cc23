import { followClock } from '@officine/db/clock'
import type { FollowedClock } from '@officine/db/clock'
import type { Database } from '@officine/db/database'

/** The one clock of a process: the installation's, which a command can move; in production the machine's, whatever the database says. */
export async function processClock(db: Database, isDevelopment: boolean): Promise<FollowedClock> {
  return isDevelopment ? followClock(db) : { now: () => new Date(), stop: () => {} }
}
