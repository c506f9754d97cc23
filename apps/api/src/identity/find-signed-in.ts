import type { Database } from '@officine/db/database'
import { readInTenant } from '@officine/db/read-in-tenant'
import { findSessionHolder, updateLastSeen } from '@officine/db/sessions'
import type { SessionHolder, StaffRole } from '@officine/db/sessions'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantId } from '@officine/domain/tenant-id'
import { hashOfTokens, isToken } from './secret-token.ts'

export type { StaffRole } from '@officine/db/sessions'

/** Who is behind a request, by the session cookie of this town's host. */
export interface SignedIn {
  readonly sessionId: string
  /** When the identity provider said who they are, or they gave the second factor since. */
  readonly startedAt: Date
  readonly person: SessionHolder['person']
  readonly roles: readonly StaffRole[]
  readonly expiresAt: Date
  readonly secondFactorAt: Date | null
  readonly hasSecondFactor: boolean
}

/** How old the last use on record may grow before a request writes it down again. */
const seenEveryMilliseconds = 5 * 60_000

/** Who holds this cookie in this town: one round trip. A cookie of another town, an ended and an expired session are a stranger's. */
export async function findSignedIn(
  db: Database,
  tenantId: TenantId,
  cookieToken: string | undefined,
  now: Date,
): Promise<SignedIn | undefined> {
  if (!isToken(cookieToken)) return undefined
  const holder = await readInTenant(db, tenantId, (tx) =>
    findSessionHolder(tx, hashOfTokens(cookieToken), now),
  )
  if (holder === undefined) return undefined
  const { lastSeenAt, ...signedIn } = holder
  if (now.getTime() - lastSeenAt.getTime() >= seenEveryMilliseconds)
    await withTenant(db, tenantId, (tx) => updateLastSeen(tx, holder.sessionId, now))
  return signedIn
}
