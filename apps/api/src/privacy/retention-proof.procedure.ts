import { z } from 'zod'
import { listRetentionRuns } from '@officine/db/retention'
import { withTenant } from '@officine/db/with-tenant'
import { language } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'

/** What the nightly rounds let go, for who answers for it: the latest thirty nights. */
export const retentionProofProcedure = deskProcedure('manager')
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town }, input }) => {
    const runs = await withTenant(db, town.id, (tx) => listRetentionRuns(tx, 300))
    return runs.map(({ ranAt, what, keptDays, beforeAt, affected }) => ({
      ranAtLabel: instantText(ranAt, input.language),
      what,
      keptDays,
      beforeLabel: instantText(beforeAt, input.language),
      affected,
    }))
  })
