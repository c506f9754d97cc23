import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { superuserUrl } from './credentials.ts'
import type { Credentials } from './credentials.ts'

/** The arguments that every server of ours is started with: on loopback, quiet about people, keeping its log where a backup asked for it. */
export function serverArguments(data: string, port: number, extra: readonly string[]): readonly string[] {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=256MB',
    'timezone=UTC',
    'log_min_messages=warning',
    'log_min_error_statement=panic', // a refused statement's text may hold a person's data
    ...extra,
  ]
  return ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
}

/** A connection as superuser, for what only the server's keeper may ask. */
export function superuserClient(secrets: Credentials, database?: string): postgres.Sql {
  return postgres(superuserUrl(secrets, database), { max: 1, connect_timeout: 2, onnotice: () => {} })
}

/** Replaying its log, a server says that it is starting up, for as long as that takes. */
const isStartingUp = (error: unknown) => error instanceof postgres.PostgresError && error.code === '57P03'

/** Waits until the server takes writes and answers its version. Throws when it does not answer for 30 seconds, or `hasEnded` says that it will not. */
export async function ready(secrets: Credentials, hasEnded: () => boolean = () => false): Promise<string> {
  for (let silent = 0; ; ) {
    const client = superuserClient(secrets)
    try {
      const [row] = await client<
        { version: string }[]
      >`select current_setting('server_version') as version where not pg_is_in_recovery()`
      if (row !== undefined) return row.version
    } catch (error) {
      if (!isStartingUp(error)) silent += 1
      if (silent > 150 || hasEnded())
        throw new Error('PostgreSQL did not answer; its log is postgresql.log in the data directory.', {
          cause: error,
        })
    } finally {
      await client.end({ timeout: 1 })
    }
    await pause(silent < 20 ? 50 : 250)
  }
}
