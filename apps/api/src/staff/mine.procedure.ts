import { z } from 'zod'
import { countRecoveryCodes } from '@officine/db/second-factors'
import { listGrantsOf } from '@officine/db/staff-roles'
import { withTenant } from '@officine/db/with-tenant'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { endsSoon } from '@officine/domain/identity/decide-staff'
import { language } from '../inputs.ts'
import { calendarDayText } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'
import { lastDayOf } from './role-days.ts'

/** The roles of who asks and until when, and how they get in without their phone. */
export const mineProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town, staff, now }, input }) => {
    const [grants, codesLeft] = await withTenant(db, town.id, (tx) =>
      Promise.all([listGrantsOf(tx, staff.person.id, now), countRecoveryCodes(tx, staff.person.id)]),
    )
    const today = localDayOf(now)
    return {
      hasSecondFactor: staff.hasSecondFactor,
      codesLeft,
      roles: grants.map(({ role, expiresAt }) => {
        const lastDay = lastDayOf(expiresAt)
        return {
          role,
          lastDayLabel: calendarDayText(lastDay, input.language),
          endsSoon: endsSoon(lastDay, today),
        }
      }),
    }
  })
