import { and, eq, lt } from 'drizzle-orm'
import { signInAttempt } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type SignInAttempt = Omit<typeof signInAttempt.$inferSelect, 'tenantId'>

/** Keeps what must come back unchanged from the identity provider, and forgets the attempts of this town that nobody finished. */
export async function insertAttempt(tx: TenantTransaction, attempt: SignInAttempt): Promise<void> {
  const { tenantId } = tx
  await Promise.all([
    tx.insert(signInAttempt).values({ tenantId, ...attempt }),
    tx
      .delete(signInAttempt)
      .where(and(eq(signInAttempt.tenantId, tenantId), lt(signInAttempt.expiresAt, attempt.startedAt))),
  ])
}

/** Takes an attempt out for good: of two callbacks with one state, one finds it. Also an expired one, which the caller refuses. */
export async function takeAttempt(
  tx: TenantTransaction,
  stateHash: string,
): Promise<SignInAttempt | undefined> {
  const [taken] = await tx
    .delete(signInAttempt)
    .where(and(eq(signInAttempt.tenantId, tx.tenantId), eq(signInAttempt.stateHash, stateHash)))
    .returning()
  return taken
}
