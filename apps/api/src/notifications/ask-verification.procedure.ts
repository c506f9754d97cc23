import { askVerification, findVerification } from '@officine/db/email-verifications'
import { withTenant } from '@officine/db/with-tenant'
import { citizenProcedure } from '../procedures.ts'

const pauseSeconds = 120

/** Sends the mail with the link again: for who lost it, or whose address refused mail and takes it now. */
export const askVerificationProcedure = citizenProcedure.mutation(
  async ({ ctx: { db, town, citizen, now } }) => {
    const { id, email } = citizen.person
    if (email === null) return { asked: false, refusal: { reason: 'no-email' } } as const
    return withTenant(db, town.id, async (tx) => {
      const known = await findVerification(tx, id, email)
      if (known !== undefined && known.verifiedAt !== null && known.refusedAt === null)
        return { asked: false, refusal: { reason: 'verified-already' } } as const
      const askedSecondsAgo =
        known?.askedAt === null || known === undefined
          ? Number.POSITIVE_INFINITY
          : (now.getTime() - known.askedAt.getTime()) / 1_000
      if (askedSecondsAgo < pauseSeconds) {
        const waitSeconds = Math.ceil(pauseSeconds - askedSecondsAgo)
        return { asked: false, refusal: { reason: 'too-soon', waitSeconds } } as const
      }
      await askVerification(tx, id, email, now)
      return { asked: true, address: email } as const
    })
  },
)
