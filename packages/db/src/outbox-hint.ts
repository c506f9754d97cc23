import type { TenantId } from '@officine/domain/tenant-id'
import { tenantId as checkedTenantId } from '@officine/domain/tenant-id'
import type { Database } from './database.ts'
import { outboxHint } from './schema.ts'

/** Words committed within this time are hinted at together: a busy town costs ten statements a second, whatever it books. */
const gatherMilliseconds = 100

const gathering = new WeakMap<Database, Set<TenantId>>()

/**
 * Tells the worker, in a moment and without waiting for it, that a town has something to say. A statement of its own after the commit:
 * inside, every booking of the town would queue for one row. What gets lost on the way is found by the worker's walk over all towns.
 */
export function hintAt(db: Database, town: TenantId): void {
  const towns = gathering.get(db) ?? new Set<TenantId>()
  gathering.set(db, towns)
  if (towns.has(town)) return
  towns.add(town)
  setTimeout(() => {
    towns.delete(town)
    insertHint(db, town).catch(() => undefined)
  }, gatherMilliseconds).unref()
}

/** Writes down that something waits in a town; a second time changes nothing. */
export async function insertHint(db: Database, town: TenantId): Promise<void> {
  await db.insert(outboxHint).values({ tenantId: town }).onConflictDoNothing()
}

/** Takes the towns that were hinted at since the last time: who takes them must look into each. */
export async function takeHints(db: Database): Promise<readonly TenantId[]> {
  const rows = await db.delete(outboxHint).returning({ id: outboxHint.tenantId })
  return rows.map(({ id }) => checkedTenantId(id))
}
