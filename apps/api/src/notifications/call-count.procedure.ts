import { countOpenCalls } from '@officine/db/call-list'
import { readInTenant } from '@officine/db/read-in-tenant'
import { deskProcedure } from '../procedures.ts'

/** How many calls wait, for the number beside the page's name. */
export const callCountProcedure = deskProcedure('front-desk', 'operator', 'manager').query(
  async ({ ctx: { db, town, now } }) => ({
    calls: await readInTenant(db, town.id, (tx) => countOpenCalls(tx, now)),
  }),
)
