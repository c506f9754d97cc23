import type { Database } from '@officine/db/database'
import { findNextRunAt, listDueWords, markHanded } from '@officine/db/outbox'
import { takeHints } from '@officine/db/outbox-hint'
import { listTowns } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantId } from '@officine/domain/tenant-id'
import type { WordQueue } from './queue.ts'

export interface RelayOptions {
  readonly db: Database
  readonly queue: Pick<WordQueue, 'hand'>
  readonly now: () => Date
  readonly onError: (error: unknown) => void
  /** Told whenever it has looked everywhere that it had to. */
  readonly onRound?: (at: Date) => void
  /** How often it looks whether anything is hinted at or due. */
  readonly everyMilliseconds?: number
  /** How often it walks over all towns, for what no hint told. */
  readonly walkEveryMilliseconds?: number
}

export interface Relay {
  readonly stop: () => Promise<void>
}

const atOnce = 500

/**
 * Hands words to the queue once their moment has come: town by town, one town a transaction. Handed twice, by two relays or after a
 * crash in between, a word is in the queue once: its id is its key there.
 */
export function startRelay({
  db,
  queue,
  now,
  onError,
  onRound,
  everyMilliseconds = 250,
  walkEveryMilliseconds = 60_000,
}: RelayOptions): Relay {
  /** When the next word of a town is due. */
  const dueAt = new Map<TenantId, Date>()
  /** Hinted at and not looked into yet: kept over a database that goes away in between. */
  const hinted = new Set<TenantId>()
  let walkedAt = Number.NEGATIVE_INFINITY
  let isStopping = false
  let timer: NodeJS.Timeout | undefined

  const look = async (): Promise<void> => {
    for (const town of await takeHints(db)) hinted.add(town)
    if (performance.now() - walkedAt >= walkEveryMilliseconds) {
      for (const { id } of await listTowns(db)) hinted.add(id)
      walkedAt = performance.now()
    }
    for (const [town, at] of dueAt) if (at <= now()) hinted.add(town)
    for (const town of hinted) {
      const next = await handOver(db, queue, town, now())
      hinted.delete(town)
      if (next === undefined) dueAt.delete(town)
      else dueAt.set(town, next)
    }
  }

  const run = async (): Promise<void> => {
    await look().then(() => onRound?.(now()), onError)
    if (!isStopping) timer = setTimeout(turn, everyMilliseconds)
  }
  let running: Promise<void> = Promise.resolve()
  const turn = () => {
    running = run()
  }
  turn()

  return {
    stop: async () => {
      isStopping = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Hands over what is due in a town, and answers when the next is. */
async function handOver(
  db: Database,
  queue: Pick<WordQueue, 'hand'>,
  town: TenantId,
  now: Date,
): Promise<Date | undefined> {
  for (;;) {
    const due = await withTenant(db, town, (tx) => listDueWords(tx, now, atOnce))
    const ids = due.map(({ id }) => id)
    if (ids.length > 0) {
      await queue.hand(town, ids)
      await withTenant(db, town, (tx) => markHanded(tx, ids, now))
    }
    if (ids.length < atOnce) return withTenant(db, town, (tx) => findNextRunAt(tx))
  }
}
