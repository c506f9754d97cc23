import { and, desc, eq, isNotNull, or } from 'drizzle-orm'
import { addressHashOf } from './email-verifications.ts'
import { exactlyOne } from './exactly-one.ts'
import { mailReturn } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type ReturnRow = typeof mailReturn.$inferSelect

export interface MailAbout extends Pick<ReturnRow, 'wordId' | 'personId' | 'rowId' | 'topic'> {
  readonly email: string
}

/** Writes under which token a mail leaves, and answers it: a mail that leaves again to the same address has the token that it had. */
export async function saveReturnToken(
  tx: TenantTransaction,
  { email, ...about }: MailAbout,
  freshToken: string,
  now: Date,
): Promise<string> {
  const rows = await tx
    .insert(mailReturn)
    .values({
      tenantId: tx.tenantId,
      token: freshToken,
      ...about,
      addressHash: addressHashOf(about.personId, email),
      sentAt: now,
    })
    .onConflictDoUpdate({
      target: [mailReturn.tenantId, mailReturn.wordId, mailReturn.addressHash],
      set: { sentAt: now },
    })
    .returning({ token: mailReturn.token })
  return exactlyOne(rows, 'return path').token
}

/** The mail that left under a token, locked until what came back is noted; undefined for a token of another town as for an invented one. */
export async function lockReturn(tx: TenantTransaction, token: string): Promise<ReturnRow | undefined> {
  const [row] = await tx
    .select()
    .from(mailReturn)
    .where(and(eq(mailReturn.tenantId, tx.tenantId), eq(mailReturn.token, token)))
    .for('update')
  return row
}

/** Notes what was heard of a mail. */
export async function noteReturn(
  tx: TenantTransaction,
  token: string,
  heard: { readonly status: string } & ({ readonly returnedAt: Date } | { readonly delayedAt: Date }),
): Promise<void> {
  const rows = await tx
    .update(mailReturn)
    .set(heard)
    .where(and(eq(mailReturn.tenantId, tx.tenantId), eq(mailReturn.token, token)))
    .returning({ token: mailReturn.token })
  exactlyOne(rows, 'mail that came back')
}

/** Mails that came back or are held up on the way, the latest first; at most `limit`. */
export async function listReturns(
  tx: TenantTransaction,
  limit: number,
): Promise<
  readonly Pick<ReturnRow, 'wordId' | 'topic' | 'sentAt' | 'status' | 'delayedAt' | 'returnedAt'>[]
> {
  return tx
    .select({
      wordId: mailReturn.wordId,
      topic: mailReturn.topic,
      sentAt: mailReturn.sentAt,
      status: mailReturn.status,
      delayedAt: mailReturn.delayedAt,
      returnedAt: mailReturn.returnedAt,
    })
    .from(mailReturn)
    .where(
      and(
        eq(mailReturn.tenantId, tx.tenantId),
        or(isNotNull(mailReturn.returnedAt), isNotNull(mailReturn.delayedAt)),
      ),
    )
    .orderBy(desc(mailReturn.sentAt), desc(mailReturn.wordId))
    .limit(limit)
}
