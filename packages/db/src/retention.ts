import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, notExists, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import {
  absenceExcuse,
  auditEvent,
  booking,
  callList,
  done,
  emailVerification,
  mailReturn,
  outbox,
  person,
  retentionRun,
  session,
  signInAttempt,
  staffRole,
} from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type RetainedKind = (typeof retentionRun.$inferSelect)['what']

type LetGo = (tx: TenantTransaction, before: Date) => Promise<number>

/** Every kind but people, who are erased one by one. */
export const deletedKinds = [
  'audit',
  'call-list',
  'cancel-reasons',
  'excuses',
  'jobs-done',
  'sessions',
  'sign-in-attempts',
  'verifications',
  'words',
] as const satisfies readonly RetainedKind[]

/** Lets go of everything of a kind whose use was over before an instant; answers how many rows. */
export function letGoOf(
  tx: TenantTransaction,
  what: (typeof deletedKinds)[number],
  before: Date,
): Promise<number> {
  return letGo[what](tx, before)
}

const letGo: Readonly<Record<Exclude<RetainedKind, 'people'>, LetGo>> = {
  audit: async (tx, before) =>
    (await tx.delete(auditEvent).where(and(eq(auditEvent.tenantId, tx.tenantId), lt(auditEvent.at, before))))
      .count,
  'call-list': async (tx, before) =>
    (
      await tx.delete(callList).where(
        and(
          eq(callList.tenantId, tx.tenantId),
          // One that nobody made: what it was about is long over.
          or(lt(callList.settledAt, before), and(isNull(callList.settledAt), lt(callList.listedAt, before))),
        ),
      )
    ).count,
  // What people write there may be about their health.
  'cancel-reasons': async (tx, before) =>
    (
      await tx
        .update(booking)
        .set({ cancelReason: null })
        .where(
          and(eq(booking.tenantId, tx.tenantId), isNotNull(booking.cancelReason), lt(booking.endsAt, before)),
        )
    ).count,
  // The reason alone: that the absence was excused stays with the booking.
  excuses: async (tx, before) =>
    (
      await tx
        .delete(absenceExcuse)
        .where(and(eq(absenceExcuse.tenantId, tx.tenantId), lt(absenceExcuse.declaredAt, before)))
    ).count,
  'jobs-done': async (tx, before) =>
    (await tx.delete(done).where(and(eq(done.tenantId, tx.tenantId), lt(done.doneAt, before)))).count,
  sessions: async (tx, before) =>
    (await tx.delete(session).where(and(eq(session.tenantId, tx.tenantId), lt(session.expiresAt, before))))
      .count,
  'sign-in-attempts': async (tx, before) =>
    (
      await tx
        .delete(signInAttempt)
        .where(and(eq(signInAttempt.tenantId, tx.tenantId), lt(signInAttempt.expiresAt, before)))
    ).count,
  verifications: async (tx, before) =>
    (
      await tx
        .delete(emailVerification)
        .where(
          and(
            eq(emailVerification.tenantId, tx.tenantId),
            isNull(emailVerification.verifiedAt),
            lt(emailVerification.expiresAt, before),
          ),
        )
    ).count,
  words: async (tx, before) =>
    (await deleteWords(tx, before)).count +
    // A mail comes back within days: its return path leads nowhere after.
    (
      await tx
        .delete(mailReturn)
        .where(and(eq(mailReturn.tenantId, tx.tenantId), lt(mailReturn.sentAt, before)))
    ).count,
}

/** A word stays for as long as one that retries it does. */
function deleteWords(tx: TenantTransaction, before: Date) {
  const retry = alias(outbox, 'retry')
  const keptRetry = tx
    .select({ id: retry.id })
    .from(retry)
    .where(
      and(
        eq(retry.tenantId, tx.tenantId),
        eq(retry.retryOf, outbox.id),
        or(isNull(retry.settledAt), gte(retry.settledAt, before)),
      ),
    )
  return tx
    .delete(outbox)
    .where(and(eq(outbox.tenantId, tx.tenantId), lt(outbox.settledAt, before), notExists(keptRetry)))
}

/** People who have not been seen since `before`: no booking ended and no session was used after it, and they hold no role now; at most `limit`, the oldest first. */
export async function listPeopleUnseenSince(
  tx: TenantTransaction,
  before: Date,
  now: Date,
  limit: number,
): Promise<readonly string[]> {
  const { tenantId } = tx
  const booked = tx
    .select({ id: booking.id })
    .from(booking)
    .where(and(eq(booking.tenantId, tenantId), eq(booking.personId, person.id), gte(booking.endsAt, before)))
  const signedIn = tx
    .select({ id: session.id })
    .from(session)
    .where(
      and(eq(session.tenantId, tenantId), eq(session.personId, person.id), gte(session.lastSeenAt, before)),
    )
  const working = tx
    .select({ personId: staffRole.personId })
    .from(staffRole)
    .where(
      and(
        eq(staffRole.tenantId, tenantId),
        eq(staffRole.personId, person.id),
        gt(staffRole.expiresAt, now),
        isNull(staffRole.revokedAt),
      ),
    )
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.tenantId, tenantId),
        isNull(person.erasedAt),
        isNull(person.mergedInto),
        lt(person.createdAt, before),
        notExists(booked),
        notExists(signedIn),
        notExists(working),
      ),
    )
    .orderBy(asc(person.createdAt), asc(person.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

export type NewRetentionRun = Omit<typeof retentionRun.$inferInsert, 'tenantId'>

/** Writes down what a round let go, a row for each kind. */
export async function insertRetentionRuns(
  tx: TenantTransaction,
  runs: readonly NewRetentionRun[],
): Promise<void> {
  await tx.insert(retentionRun).values(runs.map((run) => ({ tenantId: tx.tenantId, ...run })))
}

/** What the rounds let go, the latest first; at most `limit` rows. */
export async function listRetentionRuns(
  tx: TenantTransaction,
  limit: number,
): Promise<readonly (typeof retentionRun.$inferSelect)[]> {
  return tx
    .select()
    .from(retentionRun)
    .where(eq(retentionRun.tenantId, tx.tenantId))
    .orderBy(desc(retentionRun.ranAt), asc(retentionRun.what))
    .limit(limit)
}
