import { and, desc, eq } from 'drizzle-orm'
import { auditEvent, person } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type NewAuditEvent = Omit<typeof auditEvent.$inferInsert, 'tenantId'>

/** Tells who did what to whom and why; belongs in the transaction of the deed itself. */
export async function insertAuditEvent(tx: TenantTransaction, told: NewAuditEvent): Promise<void> {
  await tx.insert(auditEvent).values({ tenantId: tx.tenantId, ...told })
}

export interface ToldEvent {
  readonly at: Date
  readonly action: string
  readonly reason: string | null
  readonly actorGivenName: string | null
  readonly actorFamilyName: string | null
}

/** What was done with a record under this action, the latest first; at most 200. */
export async function listAuditEvents(
  tx: TenantTransaction,
  subjectId: string,
  action: string,
): Promise<readonly ToldEvent[]> {
  return tx
    .select({
      at: auditEvent.at,
      action: auditEvent.action,
      reason: auditEvent.reason,
      actorGivenName: person.givenName,
      actorFamilyName: person.familyName,
    })
    .from(auditEvent)
    .leftJoin(person, and(eq(person.tenantId, tx.tenantId), eq(person.id, auditEvent.actorId)))
    .where(
      and(
        eq(auditEvent.tenantId, tx.tenantId),
        eq(auditEvent.subjectId, subjectId),
        eq(auditEvent.action, action),
      ),
    )
    .orderBy(desc(auditEvent.at), desc(auditEvent.id))
    .limit(200)
}
