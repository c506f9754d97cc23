import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { publishUsage } from '@officine/db/publish-usage'
import { findEdition } from '@officine/db/read-released'
import { addDays } from '@officine/domain/calendar/local-day'
import { localDayOf } from '@officine/domain/calendar/local-time'
import type { CliEnvironment } from '../env.ts'
import type { DatabaseForStart } from './database-for-start.ts'

/** Whether the Region's roles can sign in: always in the embedded database, elsewhere when the environment says how. */
export function hasRegione({ databaseUrls }: CliEnvironment): boolean {
  const { api, publisher, regione, regioneApp } = databaseUrls
  return api === undefined || [publisher, regione, regioneApp].every((url) => url !== undefined)
}

/** Releases the figures to the Region unless yesterday's are out already; a line about it, if it did. */
export async function publishIfDue(
  owner: Database,
  database: DatabaseForStart,
  now: Date,
): Promise<string | undefined> {
  const edition = await findEdition(owner)
  if (edition?.lastDay === addDays(localDayOf(now), -1)) return undefined
  const publisher = openDatabase(database.url('publisher'), { connections: 1 })
  try {
    const { towns, lastDay } = await publishUsage(publisher, now)
    return `Released to the Region: the use of ${towns} towns until ${lastDay}.`
  } finally {
    await closeDatabase(publisher)
  }
}
