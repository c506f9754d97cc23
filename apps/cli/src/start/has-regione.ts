import type { CliEnvironment } from '../env.ts'

/** Whether the Region's roles can sign in: always in the embedded database, elsewhere when the environment says how. */
export function hasRegione({ databaseUrls }: CliEnvironment): boolean {
  const { api, publisher, regione, regioneApp } = databaseUrls
  return api === undefined || [publisher, regione, regioneApp].every((url) => url !== undefined)
}
