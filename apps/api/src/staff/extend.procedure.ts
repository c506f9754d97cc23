import { z } from 'zod'
import { grantRole } from '@officine/db/grant-role'
import { findGrant } from '@officine/db/staff-roles'
import { withTenant } from '@officine/db/with-tenant'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { findExtendRefusal } from '@officine/domain/identity/decide-staff'
import { day, language, uuid } from '../inputs.ts'
import { freshDeskProcedure, notFound } from '../procedures.ts'
import { lockManagers } from './lock-managers.ts'
import { endAfter } from './role-days.ts'
import { untilRefusalView } from './until-refusal-view.ts'

/** Moves the last day of a role that is in force, later or earlier. */
export const extendProcedure = freshDeskProcedure('manager')
  .input(z.object({ staffRoleId: uuid, until: day, language }))
  .mutation(async ({ ctx: { db, town, staff, now }, input: { staffRoleId, until, language: spoken } }) => {
    const actorId = staff.person.id
    return withTenant(db, town.id, async (tx) => {
      const named = await findGrant(tx, staffRoleId)
      if (named === undefined) throw notFound('role')
      const { personId, role } = named
      await lockManagers(tx, { actorId, personId, now })
      const grant = await findGrant(tx, staffRoleId) // as it stands now that nobody else can change it
      if (grant === undefined || grant.revokedAt !== null || grant.expiresAt <= now)
        return { extended: false, refusal: { reason: 'not-in-force' } } as const
      const refusal = findExtendRefusal({ actorId, personId, until, today: localDayOf(now) })
      if (refusal !== undefined) {
        const told = refusal.reason === 'yourself' ? refusal : untilRefusalView(refusal, spoken)
        return { extended: false, refusal: told } as const
      }
      await grantRole(tx, { personId, role, expiresAt: endAfter(until), by: `desk ${actorId}`, actorId, now })
      return { extended: true } as const
    })
  })
