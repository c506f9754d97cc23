import { drizzle } from 'drizzle-orm/postgres-js'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export type Database = PostgresJsDatabase & { readonly $client: postgres.Sql }

export interface DatabaseOptions {
  readonly connections?: number
  /** Called with every statement, for tests that read what is sent. */
  readonly onStatement?: (statement: string, parameters: readonly unknown[]) => void
  /** False behind pgbouncer older than 1.21, whose transaction mode loses prepared statements. */
  readonly prepare?: boolean
}

/** Opens a pool of connections as the role in the URL. Nothing is sent until the first query; a connection that cannot be made fails within 5 s. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { onStatement } = options
  const client = postgres(url, {
    max: options.connections ?? 10,
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: 60 * 30,
    prepare: options.prepare ?? true,
    fetch_types: true, // we have no array columns, but without it a connection that is reserved while it opens is never handed over (postgres 3.4.9)
    onnotice: () => {},
    backoff: (retries) => Math.min(2, 0.1 * 2 ** retries),
    ...(onStatement && { debug: (_connection, query, parameters) => onStatement(query, parameters) }),
  })
  return drizzle(preparing(client)) as unknown as Database
}

/** Bulk statements have a text of their own each time: keeping those prepared would fill the server's memory and help nobody. */
const mostParametersPrepared = 100

/**
 * The driver with its statements prepared. drizzle asks it to describe a statement anew each time unless the query has a name, which costs a second round trip and keeps statements
 * of a transaction from travelling together. What has no parameters (SET LOCAL with a town in its text) stays as it is.
 */
function preparing<Client extends postgres.Sql>(client: Client): Client {
  return new Proxy(client, {
    get(target, property, receiver) {
      if (property === 'unsafe') {
        return (query: string, parameters: unknown[] = [], options: object = {}) => {
          const prepare = parameters.length > 0 && parameters.length <= mostParametersPrepared
          return target.unsafe(query, parameters as never[], { ...options, ...(prepare && { prepare }) })
        }
      }
      if (property === 'begin') {
        return (work: (tx: postgres.Sql) => unknown) =>
          target.begin((tx) => work(preparing(tx as unknown as postgres.Sql)))
      }
      return Reflect.get(target, property, receiver) as unknown
    },
  })
}

/** Lets running transactions end, then closes every connection; at most `seconds`. */
export async function closeDatabase(db: Database, seconds = 5): Promise<void> {
  await db.$client.end({ timeout: seconds })
}
