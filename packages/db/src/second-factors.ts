import { and, count, eq, inArray, isNotNull, isNull, like, not, or } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { TenantId } from '@officine/domain/tenant-id'
import type { FactorTries } from '@officine/domain/identity/second-factor'
import { exactlyOne } from './exactly-one.ts'
import type { Keyring } from './keyring.ts'
import { newId } from './new-id.ts'
import { recoveryCode, secondFactor } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

const batchSize = 500

/** A secret that was shown to one session: confirmed by another, it could be the phone of who stole a cookie. */
export interface PendingSecret {
  readonly sessionId: string
  readonly secret: string
}

/** A person's second factor with its secrets opened, as base32 text. */
export interface OpenedFactor extends FactorTries {
  /** Undefined until a first code has confirmed it. */
  readonly secret: string | undefined
  /** On the screen of one session and not confirmed yet, and since when. */
  readonly pending: (PendingSecret & { readonly at: Date }) | undefined
}

/** The second factor of a person, whose row must be locked by whoever decides on it; undefined when they never began. Throws when its key is not held. */
export async function findSecondFactor(
  tx: TenantTransaction,
  keyring: Keyring,
  personId: string,
): Promise<OpenedFactor | undefined> {
  const [row] = await tx.select().from(secondFactor).where(ofPerson(tx, personId))
  if (row === undefined) return undefined
  const { secretCipher, pendingCipher, pendingAt, lastStep, wrongTries, blockedUntil } = row
  const open = (cipher: string) => keyring.decrypt(cipher, placeOf(tx.tenantId, personId))
  return {
    secret: secretCipher === null ? undefined : open(secretCipher),
    pending:
      pendingCipher === null || pendingAt === null
        ? undefined
        : { ...pendingIn(open(pendingCipher)), at: pendingAt },
    lastStep,
    wrongTries,
    blockedUntil,
  }
}

/** Keeps the secret that a session's screen shows, in place of one that another session's does; the confirmed one, if any, stays good. */
export async function savePendingSecret(
  tx: TenantTransaction,
  keyring: Keyring,
  personId: string,
  { sessionId, secret }: PendingSecret,
  now: Date,
): Promise<void> {
  const columns = {
    pendingCipher: keyring.encrypt(`${sessionId} ${secret}`, placeOf(tx.tenantId, personId)),
    pendingAt: now,
  }
  await tx
    .insert(secondFactor)
    .values({ tenantId: tx.tenantId, personId, ...columns })
    .onConflictDoUpdate({ target: [secondFactor.tenantId, secondFactor.personId], set: columns })
}

/** Makes the pending secret the one that gives codes. */
export async function confirmSecret(
  tx: TenantTransaction,
  keyring: Keyring,
  personId: string,
  secret: string,
  now: Date,
): Promise<void> {
  await updateFactor(tx, personId, {
    secretCipher: keyring.encrypt(secret, placeOf(tx.tenantId, personId)),
    confirmedAt: now,
    pendingCipher: null,
    pendingAt: null,
  })
}

/** Writes down what a try leaves behind. */
export async function updateTries(
  tx: TenantTransaction,
  personId: string,
  { wrongTries, blockedUntil, lastStep }: FactorTries,
): Promise<void> {
  await updateFactor(tx, personId, { wrongTries, blockedUntil, lastStep })
}

/** Forgets a person's second factor and recovery codes; whether there was a confirmed one. */
export async function removeSecondFactor(tx: TenantTransaction, personId: string): Promise<boolean> {
  await tx.delete(recoveryCode).where(codesOf(tx, personId))
  const removed = await tx
    .delete(secondFactor)
    .where(ofPerson(tx, personId))
    .returning({ confirmedAt: secondFactor.confirmedAt })
  return removed.some(({ confirmedAt }) => confirmedAt !== null)
}

/** Writes new recovery codes in place of all the old ones. */
export async function replaceRecoveryCodes(
  tx: TenantTransaction,
  keyring: Keyring,
  personId: string,
  codes: readonly string[],
  now: Date,
): Promise<void> {
  await tx.delete(recoveryCode).where(codesOf(tx, personId))
  await tx.insert(recoveryCode).values(
    codes.map((code) => ({
      tenantId: tx.tenantId,
      id: newId(now),
      personId,
      codeHmac: keyring.seal(codeIn(tx.tenantId, personId, code)),
      madeAt: now,
    })),
  )
}

/** Whether this is a recovery code of the person that was not used yet: looked up by its seal, so no comparison takes longer for a nearer guess. */
export async function isRecoveryCode(
  tx: TenantTransaction,
  keyring: Keyring,
  personId: string,
  code: string,
): Promise<boolean> {
  const seals = keyring.seals(codeIn(tx.tenantId, personId, code))
  const rows = await tx
    .select({ id: recoveryCode.id })
    .from(recoveryCode)
    .where(
      and(codesOf(tx, personId), inArray(recoveryCode.codeHmac, [...seals]), isNull(recoveryCode.usedAt)),
    )
  return rows.length > 0
}

/** Uses a recovery code up; answers how many are left. */
export async function takeRecoveryCode(
  tx: TenantTransaction,
  keyring: Keyring,
  personId: string,
  code: string,
  now: Date,
): Promise<number> {
  const seals = keyring.seals(codeIn(tx.tenantId, personId, code))
  const used = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(
      and(codesOf(tx, personId), inArray(recoveryCode.codeHmac, [...seals]), isNull(recoveryCode.usedAt)),
    )
    .returning({ id: recoveryCode.id })
  exactlyOne(used, 'recovery code')
  return countRecoveryCodes(tx, personId)
}

/** How many recovery codes a person has left. */
export async function countRecoveryCodes(tx: TenantTransaction, personId: string): Promise<number> {
  const [row] = await tx
    .select({ left: count() })
    .from(recoveryCode)
    .where(and(codesOf(tx, personId), isNull(recoveryCode.usedAt)))
  return row?.left ?? 0
}

/** Writes secrets that stand under an older key under the current one, at most 500 at a time; answers how many. Recovery codes stay found: keys are never taken out. */
export async function resealSecondFactors(tx: TenantTransaction, keyring: Keyring): Promise<number> {
  const isOld = (column: PgColumn) =>
    and(isNotNull(column), not(like(column, `${keyring.currentVersion()}:%`)))
  const rows = await tx
    .select()
    .from(secondFactor)
    .where(
      and(
        eq(secondFactor.tenantId, tx.tenantId),
        or(isOld(secondFactor.secretCipher), isOld(secondFactor.pendingCipher)),
      ),
    )
    .orderBy(secondFactor.personId)
    .limit(batchSize)
    .for('update')
  for (const { personId, secretCipher, pendingCipher } of rows) {
    const place = placeOf(tx.tenantId, personId)
    const anew = (cipher: string | null) =>
      cipher === null ? null : keyring.encrypt(keyring.decrypt(cipher, place), place)
    await updateFactor(tx, personId, { secretCipher: anew(secretCipher), pendingCipher: anew(pendingCipher) })
  }
  return rows.length
}

async function updateFactor(
  tx: TenantTransaction,
  personId: string,
  columns: Partial<Omit<typeof secondFactor.$inferInsert, 'tenantId' | 'personId'>>,
): Promise<void> {
  const rows = await tx
    .update(secondFactor)
    .set(columns)
    .where(ofPerson(tx, personId))
    .returning({ personId: secondFactor.personId })
  exactlyOne(rows, 'second factor')
}

function pendingIn(text: string): PendingSecret {
  const [sessionId = '', secret = ''] = text.split(' ')
  return { sessionId, secret }
}

const ofPerson = (tx: TenantTransaction, personId: string) =>
  and(eq(secondFactor.tenantId, tx.tenantId), eq(secondFactor.personId, personId))
const codesOf = (tx: TenantTransaction, personId: string) =>
  and(eq(recoveryCode.tenantId, tx.tenantId), eq(recoveryCode.personId, personId))
const placeOf = (tenantId: TenantId, personId: string) => `${tenantId}/second_factor/${personId}/secret`
const codeIn = (tenantId: TenantId, personId: string, code: string) =>
  `recovery-code\0${tenantId}\0${personId}\0${code}`
