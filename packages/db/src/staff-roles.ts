import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import { person, secondFactor, staffRole } from './schema.ts'
import { exactlyOne } from './exactly-one.ts'
import type { StaffRole } from './sessions.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type NewStaffRole = Omit<typeof staffRole.$inferInsert, 'tenantId' | 'revokedAt'>

/** Gives a person a role in this town until it expires. */
export async function insertStaffRole(tx: TenantTransaction, granted: NewStaffRole): Promise<void> {
  await tx.insert(staffRole).values({ tenantId: tx.tenantId, ...granted })
}

/** Takes back a role that is in force, kept in the records with its end; answers how many grants of it there were. */
export async function closeStaffRole(
  tx: TenantTransaction,
  personId: string,
  role: StaffRole,
  now: Date,
): Promise<number> {
  const revoked = await tx
    .update(staffRole)
    .set({ revokedAt: now })
    .where(and(inForce(tx, now), eq(staffRole.personId, personId), eq(staffRole.role, role)))
    .returning({ id: staffRole.id })
  return revoked.length
}

/** Moves the end of a role that is in force. */
export async function updateRoleExpiry(
  tx: TenantTransaction,
  staffRoleId: string,
  expiresAt: Date,
): Promise<void> {
  const rows = await tx
    .update(staffRole)
    .set({ expiresAt })
    .where(and(eq(staffRole.tenantId, tx.tenantId), eq(staffRole.id, staffRoleId)))
    .returning({ id: staffRole.id })
  exactlyOne(rows, 'staff role')
}

export interface StaffMember {
  readonly staffRoleId: string
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly role: StaffRole
  readonly grantedAt: Date
  readonly grantedBy: string
  readonly expiresAt: Date
  /** Since when a phone of theirs gives codes; null while none does. */
  readonly factorConfirmedAt: Date | null
}

/** The roles in force in this town with who holds them, by name. */
export async function listStaff(tx: TenantTransaction, now: Date): Promise<readonly StaffMember[]> {
  return tx
    .select({
      staffRoleId: staffRole.id,
      personId: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      role: staffRole.role,
      grantedAt: staffRole.grantedAt,
      grantedBy: staffRole.grantedBy,
      expiresAt: staffRole.expiresAt,
      factorConfirmedAt: secondFactor.confirmedAt,
    })
    .from(staffRole)
    .innerJoin(person, and(eq(person.tenantId, staffRole.tenantId), eq(person.id, staffRole.personId)))
    .leftJoin(
      secondFactor,
      and(eq(secondFactor.tenantId, tx.tenantId), eq(secondFactor.personId, staffRole.personId)),
    )
    .where(and(inForce(tx, now), eq(person.tenantId, tx.tenantId)))
    .orderBy(asc(person.familyName), asc(person.givenName), asc(staffRole.role))
}

/** The grant of a role that is in force for this person, if any. */
export async function findRoleInForce(
  tx: TenantTransaction,
  personId: string,
  role: StaffRole,
  now: Date,
): Promise<{ readonly id: string; readonly expiresAt: Date } | undefined> {
  const [row] = await tx
    .select({ id: staffRole.id, expiresAt: staffRole.expiresAt })
    .from(staffRole)
    .where(and(inForce(tx, now), eq(staffRole.personId, personId), eq(staffRole.role, role)))
  return row
}

export type Grant = Pick<typeof staffRole.$inferSelect, 'personId' | 'role' | 'expiresAt' | 'revokedAt'>

/** A grant by its id, in force or over; undefined for another town's as for an unknown one. */
export async function findGrant(tx: TenantTransaction, staffRoleId: string): Promise<Grant | undefined> {
  const [row] = await tx
    .select({
      personId: staffRole.personId,
      role: staffRole.role,
      expiresAt: staffRole.expiresAt,
      revokedAt: staffRole.revokedAt,
    })
    .from(staffRole)
    .where(and(eq(staffRole.tenantId, tx.tenantId), eq(staffRole.id, staffRoleId)))
  return row
}

/** Who holds a role in force. */
export async function listHoldersOf(
  tx: TenantTransaction,
  role: StaffRole,
  now: Date,
): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ personId: staffRole.personId })
    .from(staffRole)
    .where(and(inForce(tx, now), eq(staffRole.role, role)))
  return rows.map(({ personId }) => personId)
}

/** The roles in force of a person with their ends, the first to end first. */
export async function listGrantsOf(
  tx: TenantTransaction,
  personId: string,
  now: Date,
): Promise<readonly { readonly role: StaffRole; readonly expiresAt: Date }[]> {
  return tx
    .select({ role: staffRole.role, expiresAt: staffRole.expiresAt })
    .from(staffRole)
    .where(and(inForce(tx, now), eq(staffRole.personId, personId)))
    .orderBy(asc(staffRole.expiresAt), asc(staffRole.role))
}

/** Every role that a person was ever given in this town, the latest first. */
export async function listRoleHistory(tx: TenantTransaction, personId: string) {
  return tx
    .select({
      role: staffRole.role,
      grantedAt: staffRole.grantedAt,
      expiresAt: staffRole.expiresAt,
      revokedAt: staffRole.revokedAt,
    })
    .from(staffRole)
    .where(and(eq(staffRole.tenantId, tx.tenantId), eq(staffRole.personId, personId)))
    .orderBy(desc(staffRole.grantedAt), desc(staffRole.id))
}

/** The roles in force that a person holds in this town. */
export async function listRolesOf(
  tx: TenantTransaction,
  personId: string,
  now: Date,
): Promise<readonly StaffRole[]> {
  const rows = await tx
    .selectDistinct({ role: staffRole.role })
    .from(staffRole)
    .where(and(inForce(tx, now), eq(staffRole.personId, personId)))
    .orderBy(asc(staffRole.role))
  return rows.map(({ role }) => role)
}

function inForce(tx: TenantTransaction, now: Date) {
  return and(eq(staffRole.tenantId, tx.tenantId), gt(staffRole.expiresAt, now), isNull(staffRole.revokedAt))
}
