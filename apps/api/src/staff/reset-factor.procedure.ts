import { z } from 'zod'
import { resetFactor } from '@officine/db/reset-factor'
import { listRolesOf } from '@officine/db/staff-roles'
import { withTenant } from '@officine/db/with-tenant'
import { findResetRefusal } from '@officine/domain/identity/decide-staff'
import { uuid, why } from '../inputs.ts'
import { freshDeskProcedure, notFound } from '../procedures.ts'
import { lockManagers } from './lock-managers.ts'

/** Forgets the phone that a colleague has lost, and signs them out everywhere; they connect another when they next come to the desk. */
export const resetFactorProcedure = freshDeskProcedure('manager')
  .input(z.object({ personId: uuid, why }))
  .mutation(async ({ ctx: { db, town, staff, now }, input: { personId, why: reason } }) => {
    const actorId = staff.person.id
    return withTenant(db, town.id, async (tx) => {
      await lockManagers(tx, { actorId, personId, now })
      if ((await listRolesOf(tx, personId, now)).length === 0) throw notFound('member of staff')
      const refusal = findResetRefusal({ actorId, personId })
      if (refusal !== undefined) return { reset: false, refusal } as const
      const reset = await resetFactor(tx, { personId, by: `desk ${actorId}`, actorId, reason, now })
      return reset
        ? ({ reset: true } as const)
        : ({ reset: false, refusal: { reason: 'no-factor' } } as const)
    })
  })
