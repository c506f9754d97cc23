import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../../', import.meta.url))

export interface CliEnvironment {
  /** The folder the user stands in: npm changes the working folder and leaves this behind. */
  readonly standingIn: string
  /** Where the embedded database, the keys and the logs live. */
  readonly dataDirectory: string
  /** Where the database's log is kept from the first backup on, best on another disk; beside the cluster when left out. */
  readonly logFolder: string | undefined
  readonly port: number
  readonly databaseUrls: Readonly<
    Record<'api' | 'owner' | 'worker' | 'publisher' | 'regione' | 'regioneApp', string | undefined>
  >
  /** What a program of ours that we start is given besides its own settings. */
  readonly inherited: NodeJS.ProcessEnv
}

/** The only place of the command that reads the process environment. */
export function cliEnvironment(): CliEnvironment {
  const env = process.env
  const standingIn = env['INIT_CWD'] ?? process.cwd()
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a number from 1 to 65535, not ${env['PORT']}.`)
  return {
    standingIn,
    port,
    inherited: env,
    dataDirectory:
      env['OFFICINE_DATA_DIR'] === undefined
        ? join(repository, '.data')
        : resolve(standingIn, env['OFFICINE_DATA_DIR']),
    logFolder:
      env['OFFICINE_LOG_ARCHIVE'] === undefined
        ? undefined
        : resolve(standingIn, env['OFFICINE_LOG_ARCHIVE']),
    databaseUrls: {
      api: env['DATABASE_URL'],
      owner: env['DATABASE_URL_OWNER'],
      worker: env['DATABASE_URL_WORKER'],
      publisher: env['DATABASE_URL_PUBLISHER'],
      regione: env['DATABASE_URL_REGIONE'],
      regioneApp: env['DATABASE_URL_REGIONE_APP'],
    },
  }
}

/** Whether a fault is shown with its trace: for who looks for a defect. */
export function wantsTraces(): boolean {
  return process.env['OFFICINE_LOG_LEVEL'] === 'debug'
}

/** A FILE argument, as the user meant it. */
export function fileArgument(path: string, environment: CliEnvironment): string {
  return isAbsolute(path) ? path : resolve(environment.standingIn, path)
}
