import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { isDatabaseAway } from '@officine/db/database-away'
import { findDatabaseUrl } from './database-url.ts'
import type { CliEnvironment } from './env.ts'
import { refuse } from './refuse.ts'

/** Runs a command on the owner's connection; where there is no database to reach, says what to do and answers status 2. */
export function onOwner(
  environment: CliEnvironment,
  work: (owner: Database) => Promise<number>,
): Promise<number> {
  return onDatabase('owner', environment, work)
}

/** The same as another of our roles. */
export async function onDatabase(
  role: 'owner' | 'publisher',
  environment: CliEnvironment,
  work: (db: Database) => Promise<number>,
): Promise<number> {
  const url = findDatabaseUrl(role, environment)
  const variable = `DATABASE_URL_${role.toUpperCase()}`
  if (url === undefined)
    return refuse([`No database is known: start one with npm start, or set ${variable}.`])
  const db = openDatabase(url, { connections: 2 })
  try {
    return await work(db)
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    return refuse([`The database does not answer: start it with npm start, or set ${variable}.`])
  } finally {
    // All statements are answered by now: nothing to wait for.
    await closeDatabase(db, 0)
  }
}
