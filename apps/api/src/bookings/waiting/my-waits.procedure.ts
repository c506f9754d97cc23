import { z } from 'zod'
import { listWaitsOf } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import { language } from '../../inputs.ts'
import { citizenProcedure } from '../../procedures.ts'
import { standingOf, waitView } from './wait-view.ts'

/** What a person waits for, or waited for and has not begun, the soonest first, with where they stand. */
export const myWaitsProcedure = citizenProcedure
  .input(z.object({ language }).prefault({}))
  .query(({ ctx: { db, town, citizen, now }, input }) =>
    withTenant(db, town.id, async (tx) => {
      const records = await listWaitsOf(tx, citizen.person.id, now)
      const standings = await standingOf(tx, town, records, now)
      return standings.map((each) => waitView(each, town, input.language, now))
    }),
  )
