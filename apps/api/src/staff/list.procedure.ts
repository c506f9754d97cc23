import { z } from 'zod'
import { listLastSeen } from '@officine/db/sessions'
import { listStaff } from '@officine/db/staff-roles'
import type { StaffMember } from '@officine/db/staff-roles'
import { withTenant } from '@officine/db/with-tenant'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { endsSoon, latestLastDay } from '@officine/domain/identity/decide-staff'
import { language } from '../inputs.ts'
import { calendarDayText, instantText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'
import { lastDayOf } from './role-days.ts'

/** Who works at this town's desk: each person once, with the roles in force, by name. */
export const listProcedure = deskProcedure('manager')
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town, staff, now }, input: { language: spoken } }) => {
    const { grants, lastSeen } = await withTenant(db, town.id, async (tx) => {
      const inForce = await listStaff(tx, now)
      const ids = [...new Set(inForce.map(({ personId }) => personId))]
      return { grants: inForce, lastSeen: await listLastSeen(tx, ids) }
    })
    const today = localDayOf(now)
    const byPerson = Map.groupBy(grants, ({ personId }) => personId)
    return {
      today,
      latestDay: latestLastDay(today),
      people: [...byPerson].flatMap(([personId, held]) => {
        const [one] = held
        if (one === undefined) return []
        const seenAt = lastSeen.get(personId)
        return {
          personId,
          name: `${one.givenName} ${one.familyName}`,
          isMe: personId === staff.person.id,
          hasSecondFactor: one.factorConfirmedAt !== null,
          lastSeenLabel: seenAt && instantText(seenAt, spoken),
          roles: held.map((grant) => roleView(grant, today, spoken)),
        }
      }),
    }
  })

function roleView({ staffRoleId, role, expiresAt }: StaffMember, today: string, spoken: TextLanguage) {
  const lastDay = lastDayOf(expiresAt)
  return {
    staffRoleId,
    role,
    lastDay,
    lastDayLabel: calendarDayText(lastDay, spoken),
    endsSoon: endsSoon(lastDay, today),
  }
}
