import { setImmediate as onceSent } from 'node:timers/promises'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js/session'
import type { Sql, TransactionSql } from 'postgres'
import type { TenantId } from '@officine/domain/tenant-id'
import { tenantId as checkedTenantId } from '@officine/domain/tenant-id'
import type { Database } from './database.ts'
import type { TenantTransaction } from './with-tenant.ts'

const dialect = new PgDialect()

/**
 * Asks one question of one town in one round trip: begin, town, question and commit leave together, each a message of its own.
 * For reads that every request pays. The question must send all its statements at once: one sent after an answer would find
 * the transaction over, and with it the town, and see nothing. Read only, and never tried again.
 */
export async function readInTenant<Result>(
  db: Database,
  tenantId: TenantId,
  question: (tx: TenantTransaction) => Promise<Result>,
): Promise<Result> {
  if (!('$client' in db)) throw new Error('readInTenant takes the database, never a transaction')
  const slug = checkedTenantId(tenantId) // spliced below, as in withTenant
  const connection = await db.$client.reserve()
  // A reserved connection has all of a transaction's that drizzle calls, save for savepoints, which one question does not make.
  const session = new PostgresJsSession(connection as unknown as TransactionSql & Sql, dialect, undefined)
  const transaction = new PostgresJsTransaction(dialect, session, undefined)

  const begun = connection.unsafe('begin read only').execute()
  const confined = connection.unsafe(`SET LOCAL app.tenant_id = '${slug}'`).execute()
  const answered = question(Object.assign(transaction, { tenantId: slug }) as unknown as TenantTransaction)
  const all = Promise.allSettled([answered, begun, confined])
  await onceSent() // the question's statements pass through a few promises before they reach the connection; the commit must follow them
  const committed = await connection.unsafe('commit').then(
    () => true,
    // The server's own refusals leave the connection standing. A lost one was already taken back by the pool: given back twice, it would be used dead.
    (error: unknown) => error instanceof Error && error.name === 'PostgresError',
  )
  const [answer, ...sent] = await all
  if (committed) connection.release()
  for (const { status, reason } of sent.filter((outcome) => outcome.status === 'rejected'))
    if (status === 'rejected') throw reason
  if (answer.status === 'rejected') throw answer.reason
  return answer.value
}
