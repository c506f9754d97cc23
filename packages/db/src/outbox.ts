import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lt,
  lte,
  min,
  notExists,
  notInArray,
  or,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { done, outbox } from './schema.ts'
import { exactlyOne } from './exactly-one.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type WordRow = typeof outbox.$inferSelect

export interface NewWord {
  readonly id: string
  readonly topic: string
  readonly runAt: Date
}

const speaking = new WeakSet<TenantTransaction>()

/** Whether this transaction wrote a word: once it is committed, the worker may hear of it. */
export function hasWords(tx: TenantTransaction): boolean {
  return speaking.has(tx)
}

/** Writes what is to be told about a row, each word once its moment has come; belongs in the transaction of the deed itself. */
export async function insertWords(
  tx: TenantTransaction,
  rowId: string,
  words: readonly NewWord[],
  now: Date,
): Promise<void> {
  speaking.add(tx)
  const { tenantId } = tx
  await tx.insert(outbox).values(words.map((word) => ({ tenantId, rowId, createdAt: now, ...word })))
}

/** A word handed to the queue this long ago and still unsettled is offered again: the queue keeps one of each, and may have been lost with a disk. */
const offeredAgainAfter = 60 * 60_000

/** Words whose moment has come and that the queue does not hold, the oldest first. */
export async function listDueWords(
  tx: TenantTransaction,
  now: Date,
  limit: number,
): Promise<readonly Pick<WordRow, 'id' | 'topic'>[]> {
  return tx
    .select({ id: outbox.id, topic: outbox.topic })
    .from(outbox)
    .where(
      and(
        eq(outbox.tenantId, tx.tenantId),
        isNull(outbox.settledAt),
        lte(outbox.runAt, now),
        or(isNull(outbox.handedAt), lt(outbox.handedAt, new Date(now.getTime() - offeredAgainAfter))),
      ),
    )
    .orderBy(asc(outbox.runAt), asc(outbox.createdAt), asc(outbox.id))
    .limit(limit)
}

/** When the next word of the town is due; undefined when none waits. */
export async function findNextRunAt(tx: TenantTransaction): Promise<Date | undefined> {
  const [row] = await tx
    .select({ at: min(outbox.runAt) })
    .from(outbox)
    .where(and(eq(outbox.tenantId, tx.tenantId), isNull(outbox.settledAt), isNull(outbox.handedAt)))
  return row?.at ?? undefined
}

/** Writes down that the queue holds these words. */
export async function markHanded(tx: TenantTransaction, ids: readonly string[], now: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ handedAt: now })
    .where(and(eq(outbox.tenantId, tx.tenantId), inArray(outbox.id, [...ids]), isNull(outbox.settledAt)))
}

/** The word with this id in this town. */
export async function findWord(tx: TenantTransaction, id: string): Promise<WordRow | undefined> {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.tenantId, tx.tenantId), eq(outbox.id, id)))
  return row
}

/** Words about the same row that were written before this one, in the order in which things happened; those of the given topics left out, and they come after what was written with them. */
export async function countEarlierWords(
  tx: TenantTransaction,
  word: Pick<WordRow, 'id' | 'topic' | 'rowId' | 'createdAt'>,
  besides: readonly string[],
): Promise<{ readonly all: number; readonly unsettled: number }> {
  const [row] = await tx
    .select({ all: count(), settled: count(outbox.settledAt) })
    .from(outbox)
    .where(
      and(
        eq(outbox.tenantId, tx.tenantId),
        eq(outbox.rowId, word.rowId),
        isNull(outbox.retryOf),
        notInArray(outbox.topic, [...besides]),
        or(
          lt(outbox.createdAt, word.createdAt),
          and(
            eq(outbox.createdAt, word.createdAt),
            besides.includes(word.topic) ? undefined : lt(outbox.id, word.id),
          ),
        ),
      ),
    )
  return { all: row?.all ?? 0, unsettled: (row?.all ?? 0) - (row?.settled ?? 0) }
}

/** Writes that a job was done; false when it had been before, and then its effect must not happen again. */
export async function insertDone(tx: TenantTransaction, jobKey: string, now: Date): Promise<boolean> {
  const rows = await tx
    .insert(done)
    .values({ tenantId: tx.tenantId, jobKey, doneAt: now })
    .onConflictDoNothing()
    .returning({ jobKey: done.jobKey })
  return rows.length === 1
}

/** Whether a job was done. */
export async function isDone(tx: TenantTransaction, jobKey: string): Promise<boolean> {
  const rows = await tx
    .select({ jobKey: done.jobKey })
    .from(done)
    .where(and(eq(done.tenantId, tx.tenantId), eq(done.jobKey, jobKey)))
  return rows.length === 1
}

export interface Settlement {
  readonly outcome: NonNullable<WordRow['outcome']>
  readonly because: string | undefined
}

/** Writes what became of a word; a settled one stays as it was settled. */
export async function settleWord(
  tx: TenantTransaction,
  id: string,
  { outcome, because }: Settlement,
  now: Date,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ settledAt: now, outcome, because: because ?? null })
    .where(and(eq(outbox.tenantId, tx.tenantId), eq(outbox.id, id), isNull(outbox.settledAt)))
}

/** Writes that a word could not leave, and the code of the reason. */
export async function noteAttempt(
  tx: TenantTransaction,
  word: Pick<WordRow, 'id' | 'attempts'>,
  fault: string,
  now: Date,
): Promise<void> {
  const rows = await tx
    .update(outbox)
    .set({ attempts: word.attempts + 1, triedAt: now, fault })
    .where(and(eq(outbox.tenantId, tx.tenantId), eq(outbox.id, word.id)))
    .returning({ id: outbox.id })
  exactlyOne(rows, 'word')
}

/** Words that tried to leave and could not: delayed and still trying, or given up and not asked for again; the latest first, at most `limit`. */
export async function listTroubledWords(tx: TenantTransaction, limit: number): Promise<readonly WordRow[]> {
  const later = alias(outbox, 'later')
  const askedAgain = tx
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.tenantId, tx.tenantId), eq(later.retryOf, outbox.id)))
  return tx
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.tenantId, tx.tenantId),
        or(eq(outbox.outcome, 'failed'), and(isNull(outbox.settledAt), gt(outbox.attempts, 0))),
        notExists(askedAgain),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit)
}

/** Asks that a word which failed be told after all, as a word of its own; false when that was asked already. */
export async function insertRetry(
  tx: TenantTransaction,
  failed: Pick<WordRow, 'id' | 'topic' | 'rowId' | 'runAt'>,
  id: string,
  now: Date,
): Promise<boolean> {
  speaking.add(tx)
  const { topic, rowId, runAt } = failed
  const rows = await tx
    .insert(outbox)
    .values({ tenantId: tx.tenantId, id, topic, rowId, createdAt: now, runAt, retryOf: failed.id })
    .onConflictDoNothing()
    .returning({ id: outbox.id })
  return rows.length === 1
}

/** The word whose story this one goes on with: itself, or the first of those that it was asked for again after. */
export async function firstTold(tx: TenantTransaction, word: WordRow): Promise<WordRow> {
  const before = word.retryOf === null ? undefined : await findWord(tx, word.retryOf)
  return before === undefined ? word : firstTold(tx, before)
}
