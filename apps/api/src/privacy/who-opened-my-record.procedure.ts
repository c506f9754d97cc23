import { z } from 'zod'
import { listDeedsAbout } from '@officine/db/personal-data'
import { withTenant } from '@officine/db/with-tenant'
import { language } from '../inputs.ts'
import { instantText } from '../local-text.ts'
import { citizenProcedure } from '../procedures.ts'

/** What others did with my record: who opened it or wrote in it, when, and the reason they gave. */
export const whoOpenedMyRecordProcedure = citizenProcedure
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town, citizen }, input }) => {
    const deeds = await withTenant(db, town.id, (tx) => listDeedsAbout(tx, citizen.person.id))
    return deeds.map(({ at, action, reason, actorGivenName, actorFamilyName }) => ({
      at,
      atLabel: instantText(at, input.language),
      action,
      isOpening: action === 'person.open-record',
      by: [actorGivenName, actorFamilyName].filter(Boolean).join(' ') || undefined,
      why: reason ?? undefined,
    }))
  })
