import { z } from 'zod'
import { updateNotice } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { citizenProcedure } from '../procedures.ts'

/** The citizen read this version of the town's privacy notice; one that was replaced meanwhile must be read again. */
export const acceptNoticeProcedure = citizenProcedure
  .input(z.object({ version: z.string().max(100) }))
  .mutation(async ({ ctx: { db, town, citizen, now }, input }) => {
    const currentVersion = town.config.privacyNotice.version
    if (input.version !== currentVersion)
      return { accepted: false, refusal: { reason: 'outdated', currentVersion } } as const
    await withTenant(db, town.id, (tx) => updateNotice(tx, citizen.person.id, currentVersion, now))
    return { accepted: true } as const
  })
