import { z } from 'zod'
import { revokeRole } from '@officine/db/grant-role'
import { findGrant } from '@officine/db/staff-roles'
import { withTenant } from '@officine/db/with-tenant'
import { findRevokeRefusal } from '@officine/domain/identity/decide-staff'
import { uuid, why } from '../inputs.ts'
import { freshDeskProcedure, notFound } from '../procedures.ts'
import { lockManagers } from './lock-managers.ts'

/** Takes a role back at once: every session of who held it ends with it. */
export const revokeProcedure = freshDeskProcedure('manager')
  .input(z.object({ staffRoleId: uuid, why }))
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const actorId = staff.person.id
    return withTenant(db, town.id, async (tx) => {
      const grant = await findGrant(tx, input.staffRoleId)
      if (grant === undefined) throw notFound('role')
      if (grant.revokedAt !== null) return { revoked: true } as const // a second press finds it done
      const { personId, role } = grant
      const managerIds = await lockManagers(tx, { actorId, personId, now })
      const refusal = findRevokeRefusal({ personId, role, managerIds })
      if (refusal !== undefined) return { revoked: false, refusal } as const
      await revokeRole(tx, { personId, role, by: `desk ${actorId}`, actorId, reason: input.why, now })
      return { revoked: true } as const
    })
  })
