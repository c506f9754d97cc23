import { join } from 'node:path'
import { readCredentials, roleUrl } from '@officine/db/embedded/credentials'
import type { RoleName } from '@officine/db/bootstrap-roles'
import type { CliEnvironment } from './env.ts'

/**
 * Where a role finds the database: the address in the environment, or the embedded one that was started last in the data
 * directory. `undefined` when there is neither; with any address in the environment, the embedded one is not looked for.
 */
export function findDatabaseUrl(role: RoleName, environment: CliEnvironment): string | undefined {
  const { databaseUrls, dataDirectory } = environment
  if (Object.values(databaseUrls).some((url) => url !== undefined)) return databaseUrls[role]
  const kept = readCredentials(join(dataDirectory, 'database.json'))
  return kept && roleUrl(kept, role)
}
