import { z } from 'zod'
import { askVerification } from '@officine/db/email-verifications'
import { updateContacts } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { decideContacts } from '@officine/domain/identity/contacts'
import { citizenProcedure } from '../procedures.ts'

const typed = z.string().max(1_000).optional()

/** How the citizen wants to be reached: e-mail, telephone or both; what is left out is forgotten. A new address is asked to answer. */
export const saveContactsProcedure = citizenProcedure
  .input(z.object({ email: typed, phone: typed }))
  .mutation(async ({ ctx: { db, town, citizen, now }, input }) => {
    const decision = decideContacts(input)
    if (!decision.kept) return { saved: false, refusal: decision.refusal } as const
    const { email } = decision.contacts
    await withTenant(db, town.id, async (tx) => {
      await updateContacts(tx, citizen.person.id, decision.contacts)
      if (email !== null && email !== citizen.person.email)
        await askVerification(tx, citizen.person.id, email, now)
    })
    return { saved: true } as const
  })
