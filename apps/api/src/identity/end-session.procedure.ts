import { z } from 'zod'
import { closeSession } from '@officine/db/sessions'
import { withTenant } from '@officine/db/with-tenant'
import { uuid } from '../inputs.ts'
import { citizenProcedure } from '../procedures.ts'
import { clearTokenCookie } from './cookies.ts'

/** Signs another of the citizen's browsers out; somebody else's session is answered as one that does not exist. */
export const endSessionProcedure = citizenProcedure
  .input(z.object({ sessionId: uuid }))
  .mutation(async ({ ctx: { db, town, citizen, now, reply, cookieName }, input: { sessionId } }) => {
    const ended = await withTenant(db, town.id, (tx) => closeSession(tx, citizen.person.id, sessionId, now))
    if (ended && sessionId === citizen.sessionId) clearTokenCookie(reply, cookieName)
    return { ended }
  })
