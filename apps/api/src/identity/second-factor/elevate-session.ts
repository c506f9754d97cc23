import { TRPCError } from '@trpc/server'
import { closeSession } from '@officine/db/sessions'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { deviceOf } from '@officine/domain/identity/device'
import type { SignedIn } from '../find-signed-in.ts'
import { openSession } from '../open-session.ts'
import type { OpenedSession } from '../open-session.ts'

/** Ends the session that gave the second factor and opens one that holds it, until the same hour: a token from before is worth nothing after. */
export async function elevateSession(
  tx: TenantTransaction,
  { sessionId, person, expiresAt }: SignedIn,
  userAgent: string | undefined,
  now: Date,
): Promise<OpenedSession> {
  if (!(await closeSession(tx, person.id, sessionId, now)))
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'This session has ended meanwhile.' })
  return openSession(tx, {
    personId: person.id,
    device: deviceOf(userAgent),
    now,
    secondFactorAt: now,
    expiresAt,
  })
}
