import { z } from 'zod'
import { withTenant } from '@officine/db/with-tenant'
import { attendanceView } from '../attendance-view.ts'
import { language } from '../inputs.ts'
import { citizenProcedure } from '../procedures.ts'

/** Whether the reader may book ahead, and which absences speak against it. */
export const attendanceProcedure = citizenProcedure
  .input(z.object({ language }).prefault({}))
  .query(({ ctx: { db, town, citizen, now }, input }) =>
    withTenant(db, town.id, (tx) => attendanceView(tx, town, citizen.person, input.language, now)),
  )
