import { z } from 'zod'
import { grantRole } from '@officine/db/grant-role'
import { findPerson } from '@officine/db/people'
import { findRoleInForce } from '@officine/db/staff-roles'
import { withTenant } from '@officine/db/with-tenant'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { findGrantRefusal } from '@officine/domain/identity/decide-staff'
import type { GrantRefusal } from '@officine/domain/identity/decide-staff'
import { day, language, uuid } from '../inputs.ts'
import { calendarDayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { freshDeskProcedure, notFound } from '../procedures.ts'
import { lockManagers } from './lock-managers.ts'
import { endAfter, lastDayOf } from './role-days.ts'
import { untilRefusalView } from './until-refusal-view.ts'

/** Gives somebody a role until a day, in their next session. */
export const grantProcedure = freshDeskProcedure('manager')
  .input(
    z.object({ personId: uuid, role: z.enum(['front-desk', 'operator', 'manager']), until: day, language }),
  )
  .mutation(async ({ ctx: { db, town, staff, now }, input }) => {
    const { personId, role, until } = input
    const actorId = staff.person.id
    return withTenant(db, town.id, async (tx) => {
      await lockManagers(tx, { actorId, personId, now })
      const person = await findPerson(tx, personId)
      if (person === undefined || person.erasedAt !== null) throw notFound('person')
      const held = await findRoleInForce(tx, personId, role, now)
      const refusal = findGrantRefusal({
        actorId,
        personId,
        canSignIn: person.fiscalCodeHmac !== null || person.subjectHmac !== null,
        heldUntil: held && lastDayOf(held.expiresAt),
        until,
        today: localDayOf(now),
      })
      if (refusal !== undefined) return { granted: false, refusal: told(refusal, input.language) } as const
      await grantRole(tx, { personId, role, expiresAt: endAfter(until), by: `desk ${actorId}`, actorId, now })
      return { granted: true } as const
    })
  })

function told(refusal: GrantRefusal, language: TextLanguage) {
  switch (refusal.reason) {
    case 'yourself':
    case 'cannot-sign-in':
      return { reason: refusal.reason }
    case 'already-held':
      return { reason: refusal.reason, untilLabel: calendarDayText(refusal.until, language) }
    case 'until-past':
    case 'until-too-far':
      return untilRefusalView(refusal, language)
  }
}
