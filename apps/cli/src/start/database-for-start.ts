import { join } from 'node:path'
import type { RoleName } from '@officine/db/bootstrap-roles'
import { roleUrl } from '@officine/db/embedded/credentials'
import { startEmbeddedCluster } from '@officine/db/embedded/embedded-cluster'
import type { CliEnvironment } from '../env.ts'

export interface DatabaseForStart {
  readonly url: (role: RoleName) => string
  readonly described: string
  readonly stop: () => Promise<void>
}

/** The database to run on: the server named by DATABASE_URL, or the one that comes with the packages. */
export async function databaseForStart(
  environment: CliEnvironment,
  dataDirectory: string,
  say: (line: string) => void,
): Promise<DatabaseForStart> {
  if (environment.databaseUrls.api === undefined) {
    say('Starting PostgreSQL…')
    const { credentials, version, stop } = await startEmbeddedCluster({
      dataDirectory,
      say,
      logFolder: environment.logFolder,
    })
    return {
      url: (role) => roleUrl(credentials, role),
      described: `PostgreSQL ${version} from the packages, data in ${join(dataDirectory, 'cluster')}`,
      stop,
    }
  }
  const url = (role: RoleName) => {
    const given = role in environment.databaseUrls ? environment.databaseUrls[role] : undefined
    if (given === undefined)
      throw new Error(
        `DATABASE_URL is set, so the address for the role ${role} is needed too: DATABASE_URL_${role === 'regioneApp' ? 'REGIONE_APP' : role.toUpperCase()}.`,
      )
    return given
  }
  return {
    url,
    described: `PostgreSQL at ${new URL(environment.databaseUrls.api).host}`,
    stop: async () => {},
  }
}
