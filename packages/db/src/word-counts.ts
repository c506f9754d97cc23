import { and, count, eq, gt, isNull, lte, min, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { countOpenCalls } from './call-list.ts'
import { outbox } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** How a town's words stand: numbers alone. */
export interface WordCounts {
  /** Due and not settled. */
  readonly waiting: number
  /** Of those, tried in vain at least once. */
  readonly delayed: number
  /** Given up, and nobody has asked for them again. */
  readonly failed: number
  readonly oldestDueAt: Date | undefined
  readonly callsOpen: number
}

/** Counts the words of a town whose moment has come. */
export async function countWords(tx: TenantTransaction, now: Date): Promise<WordCounts> {
  const later = alias(outbox, 'later')
  const askedAgain = tx
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.tenantId, tx.tenantId), eq(later.retryOf, outbox.id)))
  const isDue = and(eq(outbox.tenantId, tx.tenantId), isNull(outbox.settledAt), lte(outbox.runAt, now))
  const [[due], [delayed], [failed], callsOpen] = await Promise.all([
    tx
      .select({ words: count(), oldestAt: min(outbox.runAt) })
      .from(outbox)
      .where(isDue),
    tx
      .select({ words: count() })
      .from(outbox)
      .where(and(isDue, gt(outbox.attempts, 0))),
    tx
      .select({ words: count() })
      .from(outbox)
      .where(and(eq(outbox.tenantId, tx.tenantId), eq(outbox.outcome, 'failed'), notExists(askedAgain))),
    countOpenCalls(tx, now),
  ])
  return {
    waiting: due?.words ?? 0,
    delayed: delayed?.words ?? 0,
    failed: failed?.words ?? 0,
    oldestDueAt: due?.oldestAt ?? undefined,
    callsOpen,
  }
}
