import { insertAuditEvent } from './audit.ts'
import type { GrantRole } from './grant-role.ts'
import { newId } from './new-id.ts'
import { lockPersons } from './pools.ts'
import { removeSecondFactor } from './second-factors.ts'
import { closeSessionsOf } from './sessions.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** Forgets a person's second factor and signs them out: whoever holds their phone gets in no more, and they connect another when they next come. False when there was none. */
export async function resetFactor(
  tx: TenantTransaction,
  { personId, by, actorId, reason, now }: Omit<GrantRole, 'expiresAt' | 'role'>,
): Promise<boolean> {
  await lockPersons(tx, [personId])
  if (!(await removeSecondFactor(tx, personId))) return false
  await closeSessionsOf(tx, personId, now)
  await insertAuditEvent(tx, {
    id: newId(now),
    at: now,
    actorId,
    action: 'staff-factor-reset',
    subjectId: personId,
    reason,
    details: { by },
  })
  return true
}
