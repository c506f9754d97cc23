import { and, asc, desc, eq, gt, inArray, isNull, lt, max } from 'drizzle-orm'
import { person, secondFactor, session, staffRole } from './schema.ts'
import { exactlyOne } from './exactly-one.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type StaffRole = (typeof staffRole.$inferSelect)['role']

export interface SessionHolder {
  readonly sessionId: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  /** When the second factor was given to this session, if it was. */
  readonly secondFactorAt: Date | null
  /** Whether the person has a phone that gives codes. */
  readonly hasSecondFactor: boolean
  readonly person: Pick<
    typeof person.$inferSelect,
    'id' | 'givenName' | 'familyName' | 'bornOn' | 'residence' | 'email' | 'phone' | 'noticeVersion'
  >
  readonly roles: readonly StaffRole[]
}

/** Who holds an open session with this token and the roles in force, in one statement: every request asks. */
export async function findSessionHolder(
  tx: TenantTransaction,
  tokenHash: string,
  now: Date,
): Promise<SessionHolder | undefined> {
  const rows = await tx
    .select({
      sessionId: session.id,
      startedAt: session.startedAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
      secondFactorAt: session.secondFactorAt,
      factorConfirmedAt: secondFactor.confirmedAt,
      person: {
        id: person.id,
        givenName: person.givenName,
        familyName: person.familyName,
        bornOn: person.bornOn,
        residence: person.residence,
        email: person.email,
        phone: person.phone,
        noticeVersion: person.noticeVersion,
      },
      role: staffRole.role,
    })
    .from(session)
    .innerJoin(person, and(eq(person.tenantId, session.tenantId), eq(person.id, session.personId)))
    .leftJoin(
      staffRole,
      and(
        eq(staffRole.tenantId, tx.tenantId),
        eq(staffRole.personId, session.personId),
        gt(staffRole.expiresAt, now),
        isNull(staffRole.revokedAt),
      ),
    )
    .leftJoin(
      secondFactor,
      and(eq(secondFactor.tenantId, tx.tenantId), eq(secondFactor.personId, session.personId)),
    )
    .where(
      and(
        eq(session.tenantId, tx.tenantId),
        eq(person.tenantId, tx.tenantId),
        eq(session.tokenHash, tokenHash),
        gt(session.expiresAt, now),
        isNull(session.endedAt),
        isNull(person.mergedInto),
      ),
    )
    .orderBy(asc(staffRole.role))
    .prepare('find_session_holder') // parsed and described once a connection: the difference between one round trip and two
    .execute()
  const [first] = rows
  if (first === undefined) return undefined
  const { role: _one, factorConfirmedAt, ...holder } = first
  const hasSecondFactor = factorConfirmedAt !== null
  return { ...holder, hasSecondFactor, roles: [...new Set(rows.flatMap(({ role }) => role ?? []))] }
}

export type NewSession = Omit<typeof session.$inferInsert, 'tenantId' | 'lastSeenAt' | 'endedAt'>

/** Opens a session, and forgets this person's sessions that had expired a month before. */
export async function insertSession(tx: TenantTransaction, opened: NewSession): Promise<void> {
  const { tenantId } = tx
  const longAgo = new Date(opened.startedAt.getTime() - 30 * 86_400_000)
  await Promise.all([
    tx
      .insert(session)
      .values({ tenantId, lastSeenAt: opened.startedAt, ...opened })
      .prepare('insert_session')
      .execute(),
    tx
      .delete(session)
      .where(
        and(
          eq(session.tenantId, tenantId),
          eq(session.personId, opened.personId),
          lt(session.expiresAt, longAgo),
        ),
      )
      .prepare('delete_old_sessions')
      .execute(),
  ])
}

/** Notes that a session was used. */
export async function updateLastSeen(tx: TenantTransaction, sessionId: string, now: Date): Promise<void> {
  await tx
    .update(session)
    .set({ lastSeenAt: now })
    .where(and(eq(session.tenantId, tx.tenantId), eq(session.id, sessionId), lt(session.lastSeenAt, now)))
}

export interface OpenSession {
  readonly sessionId: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly device: string
}

/** A person's open sessions, the latest used first. */
export async function listOpenSessions(
  tx: TenantTransaction,
  personId: string,
  now: Date,
): Promise<readonly OpenSession[]> {
  return tx
    .select({
      sessionId: session.id,
      startedAt: session.startedAt,
      lastSeenAt: session.lastSeenAt,
      device: session.device,
    })
    .from(session)
    .where(
      and(
        eq(session.tenantId, tx.tenantId),
        eq(session.personId, personId),
        gt(session.expiresAt, now),
        isNull(session.endedAt),
      ),
    )
    .orderBy(desc(session.lastSeenAt), desc(session.id))
}

/** Ends one open session of this person; false for one that is not theirs or no longer open. */
export async function closeSession(
  tx: TenantTransaction,
  personId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const closed = await tx
    .update(session)
    .set({ endedAt: now })
    .where(
      and(
        eq(session.tenantId, tx.tenantId),
        eq(session.personId, personId),
        eq(session.id, sessionId),
        gt(session.expiresAt, now),
        isNull(session.endedAt),
      ),
    )
    .returning({ id: session.id })
  if (closed.length > 0) exactlyOne(closed, 'session')
  return closed.length === 1
}

/** Writes that a session holds the second factor. Needs the owner's right: for development, where an invented person has no phone. */
export async function markSecondFactor(
  tx: TenantTransaction,
  { tokenHash, personId, now }: { readonly tokenHash: string; readonly personId: string; readonly now: Date },
): Promise<void> {
  await tx
    .update(session)
    .set({ secondFactorAt: now })
    .where(
      and(
        eq(session.tenantId, tx.tenantId),
        eq(session.tokenHash, tokenHash),
        eq(session.personId, personId),
      ),
    )
}

/** Ends the session with this token, if it is open: the one that a browser held before it signed in again. */
export async function closeSessionByToken(
  tx: TenantTransaction,
  tokenHash: string,
  now: Date,
): Promise<void> {
  await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(eq(session.tenantId, tx.tenantId), eq(session.tokenHash, tokenHash), isNull(session.endedAt)))
}

/** When each of these people was last at a screen of the town, by person; who has no session left on record is not in it. */
export async function listLastSeen(
  tx: TenantTransaction,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx
    .select({ personId: session.personId, at: max(session.lastSeenAt) })
    .from(session)
    .where(and(eq(session.tenantId, tx.tenantId), inArray(session.personId, [...personIds])))
    .groupBy(session.personId)
  return new Map(rows.flatMap(({ personId, at }) => (at === null ? [] : [[personId, at] as const])))
}

/** Ends every open session of a person, whose next request must sign in anew; answers how many. */
export async function closeSessionsOf(tx: TenantTransaction, personId: string, now: Date): Promise<number> {
  const closed = await tx
    .update(session)
    .set({ endedAt: now })
    .where(
      and(
        eq(session.tenantId, tx.tenantId),
        eq(session.personId, personId),
        gt(session.expiresAt, now),
        isNull(session.endedAt),
      ),
    )
    .returning({ id: session.id })
  return closed.length
}
