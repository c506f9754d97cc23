import { TRPCError } from '@trpc/server'
import { lockPersons } from '@officine/db/pools'
import { listHoldersOf } from '@officine/db/staff-roles'
import type { TenantTransaction } from '@officine/db/with-tenant'

export interface StaffDeedBy {
  readonly actorId: string
  readonly personId: string
  readonly now: Date
}

/**
 * Locks everybody who manages and whom the deed is about, and answers who manages then: of two managers who revoke each other at once,
 * the second finds that they manage no more.
 */
export async function lockManagers(
  tx: TenantTransaction,
  { actorId, personId, now }: StaffDeedBy,
): Promise<readonly string[]> {
  const before = await listHoldersOf(tx, 'manager', now)
  await lockPersons(tx, [...new Set([...before, actorId, personId])])
  const managerIds = await listHoldersOf(tx, 'manager', now)
  if (!managerIds.includes(actorId))
    throw new TRPCError({ code: 'FORBIDDEN', message: 'This needs a manager’s role, and it has just ended.' })
  return managerIds
}
