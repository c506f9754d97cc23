import { insertAuditEvent } from './audit.ts'
import { newId } from './new-id.ts'
import { lockPersons } from './pools.ts'
import { closeSessionsOf } from './sessions.ts'
import type { StaffRole } from './sessions.ts'
import { closeStaffRole, findRoleInForce, insertStaffRole, updateRoleExpiry } from './staff-roles.ts'
import type { TenantTransaction } from './with-tenant.ts'

export interface GrantRole {
  readonly personId: string
  readonly role: StaffRole
  readonly expiresAt: Date
  /** Who answers for it, in words: the log has no other name for who runs a command. */
  readonly by: string
  /** The manager who does it at the desk, and why; a command has neither. */
  readonly actorId?: string
  readonly reason?: string
  readonly now: Date
}

/**
 * Gives a person of this town a role until it expires, or moves the end of the one they have. What they were signed in as ends,
 * so that no session spans two sets of rights.
 */
export async function grantRole(
  tx: TenantTransaction,
  { personId, role, expiresAt, by, actorId, reason, now }: GrantRole,
): Promise<'granted' | 'extended' | 'unchanged'> {
  const [person] = await lockPersons(tx, [personId]) // two grants at once make one
  if (person === undefined) throw new Error(`No person ${personId} in ${tx.tenantId}`)
  const held = await findRoleInForce(tx, personId, role, now)
  if (held?.expiresAt.getTime() === expiresAt.getTime()) return 'unchanged'
  const told = {
    id: newId(now),
    at: now,
    actorId,
    subjectId: personId,
    reason,
    details: { role, until: expiresAt.toISOString(), by },
  }
  if (held !== undefined) {
    await updateRoleExpiry(tx, held.id, expiresAt)
    await insertAuditEvent(tx, { ...told, action: 'staff-role-extended' })
    return 'extended'
  }
  await insertStaffRole(tx, { id: newId(now), personId, role, grantedAt: now, grantedBy: by, expiresAt })
  await closeSessionsOf(tx, personId, now)
  await insertAuditEvent(tx, { ...told, action: 'staff-role-granted' })
  return 'granted'
}

/** Takes a role back at once and signs the person out; false when they did not have it. */
export async function revokeRole(
  tx: TenantTransaction,
  { personId, role, by, actorId, reason, now }: Omit<GrantRole, 'expiresAt'>,
): Promise<boolean> {
  await lockPersons(tx, [personId])
  if ((await closeStaffRole(tx, personId, role, now)) === 0) return false
  await closeSessionsOf(tx, personId, now)
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId,
    action: 'staff-role-revoked',
    subjectId: personId,
    reason,
    details: { role, by },
  })
  return true
}
