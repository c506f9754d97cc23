import type { Database } from '@officine/db/database'
import type { Keyring } from '@officine/db/keyring'
import { closeSessionByToken } from '@officine/db/sessions'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantId } from '@officine/domain/tenant-id'
import type { AttestedPerson } from './attested-person.ts'
import { makeOrFindPerson } from './make-or-find-person.ts'
import { openSession } from './open-session.ts'
import type { OpenedSession } from './open-session.ts'
import { hashOfTokens, isToken } from './secret-token.ts'

export interface SignIn {
  readonly tenantId: TenantId
  readonly attested: AttestedPerson
  readonly device: string
  /** What the browser held before: its session ends, whoever's it was, so that a token never outlives a sign-in. */
  readonly previousToken: string | undefined
  readonly now: Date
}

/** Signs an attested person in at a town. */
export function signIn(
  db: Database,
  keyring: Keyring,
  { tenantId, attested, device, previousToken, now }: SignIn,
): Promise<OpenedSession> {
  return withTenant(db, tenantId, async (tx) => {
    const { id: personId } = await makeOrFindPerson(tx, keyring, attested, now)
    if (isToken(previousToken)) await closeSessionByToken(tx, hashOfTokens(previousToken), now)
    return openSession(tx, { personId, device, now })
  })
}
