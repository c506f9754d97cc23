import { z } from 'zod'
import { followLink } from '@officine/db/email-verifications'
import { withTenant } from '@officine/db/with-tenant'
import { openProcedure } from '../procedures.ts'

/** Proves an address by the code in its link. Open, because a mailbox is often read where nobody is signed in; a mutation, because scanners follow links. */
export const confirmEmailProcedure = openProcedure
  .input(z.object({ code: z.string().regex(/^[\w-]{22,100}$/, 'is not a code of ours') }))
  .mutation(async ({ ctx: { db, town, now }, input }) => {
    const outcome = await withTenant(db, town.id, (tx) => followLink(tx, input.code, now))
    switch (outcome) {
      case 'verified':
        return { confirmed: true } as const
      case 'unknown':
        return { confirmed: false, refusal: { reason: 'unknown-link' } } as const
      case 'expired':
        return { confirmed: false, refusal: { reason: 'expired-link' } } as const
    }
  })
