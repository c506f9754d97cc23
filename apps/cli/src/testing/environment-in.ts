import type { CliEnvironment } from '../env.ts'

/** What a command of a test is given: a data directory, and the addresses that the test says. */
export function environmentIn(
  dataDirectory: string,
  databaseUrls: Partial<CliEnvironment['databaseUrls']> = {},
): CliEnvironment {
  const none = {
    api: undefined,
    owner: undefined,
    worker: undefined,
    publisher: undefined,
    regione: undefined,
    regioneApp: undefined,
  }
  return {
    standingIn: dataDirectory,
    port: 3000,
    dataDirectory,
    logFolder: undefined,
    inherited: {},
    databaseUrls: { ...none, ...databaseUrls },
  }
}
