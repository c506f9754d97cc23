import { sql } from 'drizzle-orm'
import type { TenantId } from '@officine/domain/tenant-id'
import { tenantId as checkedTenantId } from '@officine/domain/tenant-id'
import { sqlStateOf } from './on-constraint.ts'
import { hintAt } from './outbox-hint.ts'
import { hasWords } from './outbox.ts'
import type { Database } from './database.ts'

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

declare const confined: unique symbol
/** A transaction that sees the rows of one town. Every query asks for one; only `withTenant` makes one. */
export type TenantTransaction = Transaction & { readonly [confined]: true; readonly tenantId: TenantId }

/** Serialization failure, deadlock, exclusion: another transaction was faster, so the whole use case is decided again on what it left. */
const worthAnotherTry = new Set(['40001', '40P01', '23P01'])
const tries = 3

/**
 * Runs a use case in one transaction that sees only this town's rows, and runs it again, at most twice, when another transaction got in between.
 * `work` must therefore hold no effect outside the transaction. Refuses a transaction in place of the database: nested, it would leave the outer one in the wrong town.
 */
export async function withTenant<Result>(
  db: Database,
  tenantId: TenantId,
  work: (tx: TenantTransaction) => Promise<Result>,
): Promise<Result> {
  if (!('$client' in db)) throw new Error('withTenant takes the database, never a transaction')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await confinedTransaction(db, tenantId, work)
    } catch (error) {
      if (attempt === tries || !worthAnotherTry.has(sqlStateOf(error) ?? '')) throw error
    }
  }
}

/** The same, undone unless its result is worth keeping: for what is only tried, and for what must leave nothing behind when it is refused. */
export async function withTenantIf<Result>(
  db: Database,
  tenantId: TenantId,
  isKept: (result: Result) => boolean,
  work: (tx: TenantTransaction) => Promise<Result>,
): Promise<Result> {
  const undo = new Error('Undone on purpose')
  let undone: { readonly result: Result } | undefined
  const kept = withTenant(db, tenantId, async (tx) => {
    const result = await work(tx)
    if (isKept(result)) return result
    undone = { result }
    throw undo
  })
  try {
    return await kept
  } catch (error) {
    if (error !== undo || undone === undefined) throw error
    return undone.result
  }
}

async function confinedTransaction<Result>(
  db: Database,
  tenantId: TenantId,
  work: (tx: TenantTransaction) => Promise<Result>,
): Promise<Result> {
  const slug = checkedTenantId(tenantId) // SET takes no parameters: what is spliced below must be a slug, whatever the type says
  let isSpeaking = false
  const answer = await db.transaction(async (tx) => {
    // A statement of its own, and LOCAL: it dies with the transaction, and distributed PostgreSQL carries it to its workers.
    // Not awaited alone: statements of one connection run in order, so it travels with the first query instead of costing a round trip.
    const confining = tx.execute(sql.raw(`SET LOCAL app.tenant_id = '${slug}'`)).then(() => undefined)
    const confinedTx = Object.assign(tx, { tenantId: slug }) as TenantTransaction
    const [result] = await Promise.all([work(confinedTx), confining])
    isSpeaking = hasWords(confinedTx)
    return result
  })
  if (isSpeaking) hintAt(db, slug)
  return answer
}
