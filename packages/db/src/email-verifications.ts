import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { insertWords } from './outbox.ts'
import { emailVerification, person } from './schema.ts'
import { exactlyOne } from './exactly-one.ts'
import { newId } from './new-id.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type VerificationRow = typeof emailVerification.$inferSelect

const linkDays = 7
const day = 86_400_000

/** What is known of a person's address; undefined for one that was never asked about. */
export function findVerification(
  tx: TenantTransaction,
  personId: string,
  email: string,
): Promise<VerificationRow | undefined> {
  return findVerificationByHash(tx, personId, addressHashOf(personId, email))
}

/** The same of an address that only its hash is left of. */
export async function findVerificationByHash(
  tx: TenantTransaction,
  personId: string,
  addressHash: string,
): Promise<VerificationRow | undefined> {
  const [row] = await tx
    .select()
    .from(emailVerification)
    .where(
      and(
        eq(emailVerification.tenantId, tx.tenantId),
        eq(emailVerification.personId, personId),
        eq(emailVerification.addressHash, addressHash),
      ),
    )
  return row
}

/** The verification with this id, with the address it is about; undefined once the person has another. */
export async function findVerificationById(
  tx: TenantTransaction,
  id: string,
): Promise<
  | {
      readonly row: VerificationRow
      readonly givenName: string
      readonly email: string
      readonly personId: string
    }
  | undefined
> {
  const [found] = await tx
    .select({ row: emailVerification, givenName: person.givenName, email: person.email, personId: person.id })
    .from(emailVerification)
    .innerJoin(
      person,
      and(eq(person.tenantId, emailVerification.tenantId), eq(person.id, emailVerification.personId)),
    )
    .where(
      and(
        eq(emailVerification.tenantId, tx.tenantId),
        eq(person.tenantId, tx.tenantId),
        eq(emailVerification.id, id),
      ),
    )
  if (found === undefined || found.email === null) return undefined
  const { email } = found
  return found.row.addressHash === addressHashOf(found.personId, email) ? { ...found, email } : undefined
}

/** A link that proves an address, good for seven days from now; a later one takes its place. Whether it is sent is another matter. */
export async function saveLink(
  tx: TenantTransaction,
  personId: string,
  email: string,
  now: Date,
): Promise<VerificationRow> {
  const link = {
    secret: randomBytes(32).toString('base64url'),
    askedAt: now,
    expiresAt: new Date(now.getTime() + linkDays * day),
    refusedAt: null,
  }
  const rows = await tx
    .insert(emailVerification)
    .values({
      tenantId: tx.tenantId,
      id: newId(now),
      personId,
      addressHash: addressHashOf(personId, email),
      ...link,
    })
    .onConflictDoUpdate({
      target: [emailVerification.tenantId, emailVerification.personId, emailVerification.addressHash],
      set: link,
    })
    .returning()
  return exactlyOne(rows, 'verification')
}

/** Asks a person's address to answer, with a mail of its own; nothing happens for one that has answered and takes mail. */
export async function askVerification(
  tx: TenantTransaction,
  personId: string,
  email: string,
  now: Date,
): Promise<void> {
  const known = await findVerification(tx, personId, email)
  if (known !== undefined && known.verifiedAt !== null && known.refusedAt === null) return
  const { id } = await saveLink(tx, personId, email, now)
  await insertWords(tx, id, [{ id: newId(now), topic: 'email-verification', runAt: now }], now)
}

/** Takes an address for proved without asking: an identity provider attested it. */
export async function insertAttestedAddress(
  tx: TenantTransaction,
  personId: string,
  email: string,
  now: Date,
): Promise<void> {
  await tx
    .insert(emailVerification)
    .values({
      tenantId: tx.tenantId,
      id: newId(now),
      personId,
      addressHash: addressHashOf(personId, email),
      verifiedAt: now,
    })
    .onConflictDoNothing()
}

export type LinkOutcome = 'verified' | 'unknown' | 'expired'

/** Follows a link: whoever holds it reads the address. A second time answers like the first. */
export async function followLink(tx: TenantTransaction, secret: string, now: Date): Promise<LinkOutcome> {
  const [row] = await tx
    .select()
    .from(emailVerification)
    .where(and(eq(emailVerification.tenantId, tx.tenantId), eq(emailVerification.secret, secret)))
    .for('update')
  if (row === undefined) return 'unknown'
  if (row.verifiedAt !== null) return 'verified'
  if (row.expiresAt !== null && row.expiresAt < now) return 'expired'
  await tx
    .update(emailVerification)
    .set({ verifiedAt: now, refusedAt: null })
    .where(and(eq(emailVerification.tenantId, tx.tenantId), eq(emailVerification.id, row.id)))
  return 'verified'
}

/** Writes that an address refuses mail: nothing more is sent to it until its owner asks again. */
export function markRefused(
  tx: TenantTransaction,
  personId: string,
  email: string,
  now: Date,
): Promise<void> {
  return markHashRefused(tx, personId, addressHashOf(personId, email), now)
}

/** The same for an address that only its hash is left of. */
export async function markHashRefused(
  tx: TenantTransaction,
  personId: string,
  addressHash: string,
  now: Date,
): Promise<void> {
  await tx
    .insert(emailVerification)
    .values({ tenantId: tx.tenantId, id: newId(now), personId, addressHash, refusedAt: now })
    .onConflictDoUpdate({
      target: [emailVerification.tenantId, emailVerification.personId, emailVerification.addressHash],
      set: { refusedAt: now },
      setWhere: isNull(emailVerification.refusedAt),
    })
}

/** What stands for an address: of no use without knowing whose it is and what it was. */
export function addressHashOf(personId: string, email: string): string {
  return createHash('sha256').update(`${personId} ${email.toLowerCase()}`).digest('base64url')
}
