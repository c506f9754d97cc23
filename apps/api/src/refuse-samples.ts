import type { Database } from '@officine/db/database'
import { findDevelopmentFact } from '@officine/db/installation-facts'

/** Throws a sentence when the database holds invented people or was made for trying things out: no program of production works on it. */
export async function refuseSamples(db: Database): Promise<void> {
  const fact = await findDevelopmentFact(db)
  if (fact !== undefined)
    throw new Error(
      `This database was made for trying things out (${fact}): it holds invented people, and production does not serve it.`,
    )
}
