import { isAbsolute, resolve } from 'node:path'

export interface CliEnvironment {
  /** The folder the user stands in: npm changes the working folder and leaves this behind. */
  readonly standingIn: string
  readonly dataDirectory: string | undefined
  readonly databaseUrls: Readonly<Record<string, string | undefined>>
}

/** The only place of the command that reads the process environment. */
export function cliEnvironment(): CliEnvironment {
  const env = process.env
  return {
    standingIn: env['INIT_CWD'] ?? process.cwd(),
    dataDirectory: env['OFFICINE_DATA_DIR'],
    databaseUrls: {
      api: env['DATABASE_URL'],
      owner: env['DATABASE_URL_OWNER'],
      worker: env['DATABASE_URL_WORKER'],
      publisher: env['DATABASE_URL_PUBLISHER'],
      regione: env['DATABASE_URL_REGIONE'],
    },
  }
}

/** A FILE argument, as the user meant it. */
export function fileArgument(path: string, environment: CliEnvironment): string {
  return isAbsolute(path) ? path : resolve(environment.standingIn, path)
}
