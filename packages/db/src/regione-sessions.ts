import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Database } from './database.ts'
import { newId } from './new-id.ts'
import { exportLog, officer, officerRole, officerSession, officerSignIn } from './regione-schema.ts'
import type { Officer } from './regione-officers.ts'

export type OfficerSignIn = typeof officerSignIn.$inferSelect

/** Keeps what must come back unchanged from the identity provider, and forgets the attempts that nobody finished. */
export async function insertOfficerSignIn(db: Database, attempt: OfficerSignIn): Promise<void> {
  await db.insert(officerSignIn).values(attempt)
  await db.delete(officerSignIn).where(lt(officerSignIn.expiresAt, attempt.startedAt))
}

/** Takes an attempt out for good: of two callbacks with one state, one finds it. Also an expired one, which the caller refuses. */
export async function takeOfficerSignIn(db: Database, stateHash: string): Promise<OfficerSignIn | undefined> {
  const [taken] = await db.delete(officerSignIn).where(eq(officerSignIn.stateHash, stateHash)).returning()
  return taken
}

/** Opens a session, and forgets this officer's sessions that had expired a month before. */
export async function insertOfficerSession(
  db: Database,
  opened: Omit<typeof officerSession.$inferInsert, 'endedAt'>,
): Promise<void> {
  const longAgo = new Date(opened.startedAt.getTime() - 30 * 86_400_000)
  await db.insert(officerSession).values(opened)
  await db
    .delete(officerSession)
    .where(and(eq(officerSession.officerId, opened.officerId), lt(officerSession.expiresAt, longAgo)))
}

/** Who holds an open session with this token and a role in force: without the role the session is a stranger's. */
export async function findOfficerSession(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<{ readonly sessionId: string; readonly officer: Officer } | undefined> {
  const [row] = await db
    .select({
      sessionId: officerSession.id,
      officer: { id: officer.id, givenName: officer.givenName, familyName: officer.familyName },
    })
    .from(officerSession)
    .innerJoin(officer, eq(officer.id, officerSession.officerId))
    .innerJoin(officerRole, eq(officerRole.officerId, officer.id))
    .where(
      and(
        eq(officerSession.tokenHash, tokenHash),
        gt(officerSession.expiresAt, now),
        isNull(officerSession.endedAt),
        gt(officerRole.expiresAt, now),
        isNull(officerRole.revokedAt),
      ),
    )
    .limit(1)
    .prepare('find_officer_session')
    .execute()
  return row
}

/** Ends the session with this token, if it is open. */
export async function closeOfficerSession(db: Database, tokenHash: string, now: Date): Promise<void> {
  await db
    .update(officerSession)
    .set({ endedAt: now })
    .where(and(eq(officerSession.tokenHash, tokenHash), isNull(officerSession.endedAt)))
}

/** Writes down that released figures left as a file, with whom and how many rows. */
export async function insertExport(
  db: Database,
  { officerId, what, rowCount, now }: { officerId: string; what: string; rowCount: number; now: Date },
): Promise<void> {
  await db.insert(exportLog).values({ id: newId(now), officerId, at: now, what, rowCount })
}
