import { z } from 'zod'
import { updateContacts } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { decideContacts } from '@officine/domain/identity/contacts'
import { citizenProcedure } from '../procedures.ts'

const typed = z.string().max(1_000).optional()

/** How the citizen wants to be reached: e-mail, telephone or both; what is left out is forgotten. */
export const saveContactsProcedure = citizenProcedure
  .input(z.object({ email: typed, phone: typed }))
  .mutation(async ({ ctx: { db, town, citizen }, input }) => {
    const decision = decideContacts(input)
    if (!decision.kept) return { saved: false, refusal: decision.refusal } as const
    await withTenant(db, town.id, (tx) => updateContacts(tx, citizen.person.id, decision.contacts))
    return { saved: true } as const
  })
