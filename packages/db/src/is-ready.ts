import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { isDatabaseAway } from './database-away.ts'

/** Whether the database answers; false while it is away, and throws for any other fault. */
export async function isReady(db: Database): Promise<boolean> {
  try {
    await db.execute(sql`select 1`)
    return true
  } catch (error) {
    if (isDatabaseAway(error)) return false
    throw error
  }
}
