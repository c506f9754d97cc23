import { and, eq, inArray, or } from 'drizzle-orm'
import type { Contacts } from '@officine/domain/identity/contacts'
import { person } from './schema.ts'
import { exactlyOne } from './exactly-one.ts'
import type { FiscalCodeColumns } from './identity-seals.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type PersonRow = typeof person.$inferSelect

export interface Seals {
  readonly fiscalCode: readonly string[]
  readonly subject: readonly string[]
}

/**
 * The person behind an attested identity: by fiscal code, however their row was made, else by the provider's name for them,
 * which finds who signed in before they had a code. Any of the seals given may be the row's.
 */
export async function findPersonBySeals(tx: TenantTransaction, seals: Seals): Promise<PersonRow | undefined> {
  const byCode =
    seals.fiscalCode.length === 0 ? undefined : inArray(person.fiscalCodeHmac, [...seals.fiscalCode])
  const bySubject = seals.subject.length === 0 ? undefined : inArray(person.subjectHmac, [...seals.subject])
  if (byCode === undefined && bySubject === undefined) return undefined
  const rows = await tx
    .select()
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), or(byCode, bySubject)))
    .prepare('find_person_by_seals')
    .execute()
  const withCode = rows.find(
    ({ fiscalCodeHmac }) => fiscalCodeHmac !== null && seals.fiscalCode.includes(fiscalCodeHmac),
  )
  // A row with somebody else's code is somebody else, whatever the provider calls them now.
  return (
    withCode ?? rows.find(({ fiscalCodeHmac }) => fiscalCodeHmac === null || seals.fiscalCode.length === 0)
  )
}

export type NewPerson = Omit<typeof person.$inferInsert, 'tenantId' | 'lockedAt'>

/** Makes a person; undefined when one with the same fiscal code or subject was made meanwhile, and then nothing is written. */
export async function insertPerson(tx: TenantTransaction, made: NewPerson): Promise<PersonRow | undefined> {
  const [row] = await tx
    .insert(person)
    .values({ tenantId: tx.tenantId, ...made })
    .onConflictDoNothing()
    .returning()
    .prepare('insert_person')
    .execute()
  return row
}

export type AttestedFacts = Pick<PersonRow, 'givenName' | 'familyName' | 'bornOn'> &
  Partial<FiscalCodeColumns> & { readonly subjectHmac?: string }

/** Writes what an identity provider attests over what was known before. */
export async function updateAttestedFacts(
  tx: TenantTransaction,
  personId: string,
  facts: AttestedFacts,
): Promise<void> {
  await updatePerson(tx, personId, facts)
}

/** Writes a person's fiscal code under another key. */
export async function updateSealedCode(
  tx: TenantTransaction,
  personId: string,
  sealed: FiscalCodeColumns,
): Promise<void> {
  await updatePerson(tx, personId, sealed)
}

/** Writes how a person wants to be reached. */
export async function updateContacts(
  tx: TenantTransaction,
  personId: string,
  contacts: Contacts,
): Promise<void> {
  await updatePerson(tx, personId, contacts)
}

/** Writes that a person accepted a version of the town's privacy notice. */
export async function updateNotice(
  tx: TenantTransaction,
  personId: string,
  version: string,
  now: Date,
): Promise<void> {
  await updatePerson(tx, personId, { noticeVersion: version, noticeAcceptedAt: now })
}

/** Writes where a person lives, as rules name it. */
export async function updateResidence(
  tx: TenantTransaction,
  personId: string,
  residence: string,
): Promise<void> {
  await updatePerson(tx, personId, { residence })
}

/** The person with this id in this town; undefined for another town's as for an unknown one. */
export async function findPerson(tx: TenantTransaction, personId: string): Promise<PersonRow | undefined> {
  const [row] = await tx
    .select()
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.id, personId)))
  return row
}

async function updatePerson(
  tx: TenantTransaction,
  personId: string,
  facts: Partial<Omit<typeof person.$inferInsert, 'tenantId' | 'id' | 'createdAt'>>,
): Promise<void> {
  const rows = await tx
    .update(person)
    .set(facts)
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.id, personId)))
    .returning({ id: person.id })
    .prepare('update_person')
    .execute()
  exactlyOne(rows, 'person')
}
