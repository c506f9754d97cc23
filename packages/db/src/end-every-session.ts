import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from './database.ts'
import { officerSession } from './regione-schema.ts'
import { session } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** Ends every session of a town: who signed out, or lost a role, after a copy was made must not be in again with the copy. */
export async function endEverySession(tx: TenantTransaction, now: Date): Promise<void> {
  await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(eq(session.tenantId, tx.tenantId), isNull(session.endedAt)))
}

/** The same at the Region. Needs the owner's connection. */
export async function endEveryOfficerSession(owner: Database, now: Date): Promise<void> {
  await owner.update(officerSession).set({ endedAt: now }).where(isNull(officerSession.endedAt))
}
