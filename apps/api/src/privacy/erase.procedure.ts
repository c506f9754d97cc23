import { z } from 'zod'
import { clearTokenCookie } from '../identity/cookies.ts'
import { language } from '../inputs.ts'
import { citizenProcedure } from '../procedures.ts'
import { eraseMe } from './erase-me.ts'

export const eraseProcedure = citizenProcedure
  .input(z.object({ confirmation: z.string().max(100), language }))
  .mutation(async ({ ctx: { db, town, citizen, now, reply, cookieName }, input }) => {
    const outcome = await eraseMe(db, { tenantId: town.id, personId: citizen.person.id, ...input, now })
    if (outcome.erased) clearTokenCookie(reply, cookieName)
    return outcome
  })
