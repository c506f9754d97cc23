import type { Database } from '@officine/db/database'
import { findEdition } from '@officine/db/read-released'

/** The edition that may be shown; in production one about invented people is as good as none, whenever it came. */
export async function findShownEdition(released: Database, isDevelopment: boolean) {
  const edition = await findEdition(released)
  return edition?.isSample === true && !isDevelopment ? undefined : edition
}
