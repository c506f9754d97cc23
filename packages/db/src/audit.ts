import { and, desc, eq, exists, inArray, like, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { auditEvent, person, staffRole } from './schema.ts'
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

/** Which deeds of staff are asked for; what is left out does not narrow. */
export interface StaffDeedsAsked {
  readonly actorId?: string | undefined
  /** Roles and second factors alone. */
  readonly aboutStaff?: boolean | undefined
  readonly actions?: readonly string[] | undefined
  readonly limit: number
}

export interface StaffDeed {
  readonly at: Date
  readonly action: string
  readonly reason: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly actorGivenName: string | null
  readonly actorFamilyName: string | null
  /** Of staff alone: whoever else it was done to has no name here. */
  readonly subjectGivenName: string | null
  readonly subjectFamilyName: string | null
}

/** What staff did, and what was done about staff, the latest first. Who ever had a role counts as staff. */
export async function listStaffDeeds(
  tx: TenantTransaction,
  { actorId, aboutStaff, actions, limit }: StaffDeedsAsked,
): Promise<readonly StaffDeed[]> {
  const { tenantId } = tx
  const actor = alias(person, 'actor')
  const subject = alias(person, 'subject')
  const everStaff = (id: typeof auditEvent.actorId | typeof auditEvent.subjectId) =>
    exists(
      tx
        .select({ id: staffRole.id })
        .from(staffRole)
        .where(and(eq(staffRole.tenantId, tenantId), eq(staffRole.personId, id))),
    )
  const isAboutStaff = like(auditEvent.action, 'staff-%')
  return tx
    .select({
      at: auditEvent.at,
      action: auditEvent.action,
      reason: auditEvent.reason,
      details: auditEvent.details,
      actorGivenName: actor.givenName,
      actorFamilyName: actor.familyName,
      subjectGivenName: subject.givenName,
      subjectFamilyName: subject.familyName,
    })
    .from(auditEvent)
    .leftJoin(actor, and(eq(actor.tenantId, tenantId), eq(actor.id, auditEvent.actorId)))
    .leftJoin(
      subject,
      and(
        eq(subject.tenantId, tenantId),
        eq(subject.id, auditEvent.subjectId),
        everStaff(auditEvent.subjectId),
      ),
    )
    .where(
      and(
        eq(auditEvent.tenantId, tenantId),
        or(isAboutStaff, everStaff(auditEvent.actorId)),
        actorId === undefined ? undefined : eq(auditEvent.actorId, actorId),
        aboutStaff === true ? isAboutStaff : undefined,
        actions === undefined ? undefined : inArray(auditEvent.action, [...actions]),
      ),
    )
    .orderBy(desc(auditEvent.at), desc(auditEvent.id))
    .limit(limit)
}
