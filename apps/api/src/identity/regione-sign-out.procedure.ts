import { closeOfficerSession } from '@officine/db/regione-sessions'
import { regioneProcedure } from '../regione-procedures.ts'
import { clearTokenCookie } from './cookies.ts'
import { hashOfTokens, isToken } from './secret-token.ts'

/** Ends the session in the database, so that a copy of its cookie is worth nothing. */
export const regioneSignOutProcedure = regioneProcedure.mutation(
  async ({ ctx: { office, now, request, reply, cookieName } }) => {
    const token = request.cookies[cookieName]
    if (isToken(token)) await closeOfficerSession(office, hashOfTokens(token), now)
    clearTokenCookie(reply, cookieName)
    return { signedOut: true } as const
  },
)
