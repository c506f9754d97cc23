import { newId } from '@officine/db/new-id'
import { insertSession } from '@officine/db/sessions'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { hashOfTokens, newToken } from './secret-token.ts'

/** However much it is used, a session ends: a place shared by many is where people forget to sign out. */
const lastsMilliseconds = 8 * 3_600_000

export interface OpenedSession {
  readonly token: string
  readonly expiresAt: Date
}

export interface OpeningSession {
  readonly personId: string
  readonly device: string
  readonly now: Date
  /** When its second factor was given, for one that takes another's place. */
  readonly secondFactorAt?: Date
  /** The end of the session whose place it takes: a code makes no working day longer. */
  readonly expiresAt?: Date
}

/** Opens a session with a token that has never been anybody's; the database keeps its hash. */
export async function openSession(
  tx: TenantTransaction,
  { personId, device, now, secondFactorAt, expiresAt: end }: OpeningSession,
): Promise<OpenedSession> {
  const token = newToken()
  const expiresAt = end ?? new Date(now.getTime() + lastsMilliseconds)
  await insertSession(tx, {
    id: newId(now),
    tokenHash: hashOfTokens(token),
    personId,
    device: device.slice(0, 120),
    startedAt: now,
    expiresAt,
    secondFactorAt: secondFactorAt ?? null,
  })
  return { token, expiresAt }
}
