import { closeSession } from '@officine/db/sessions'
import { withTenant } from '@officine/db/with-tenant'
import { citizenProcedure } from '../procedures.ts'
import { clearTokenCookie } from './cookies.ts'

/** Ends the session in the database, so that a copy of its cookie is worth nothing. */
export const signOutProcedure = citizenProcedure.mutation(
  async ({ ctx: { db, town, citizen, now, reply, cookieName } }) => {
    await withTenant(db, town.id, (tx) => closeSession(tx, citizen.person.id, citizen.sessionId, now))
    clearTokenCookie(reply, cookieName)
    return { signedOut: true } as const
  },
)
