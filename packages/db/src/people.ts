import { and, eq, inArray, isNull, or } from 'drizzle-orm'
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
 * which finds who signed in before they had a code. Any of the seals given may be the row's; a row that was merged answers as the one it became.
 */
export async function findPersonBySeals(tx: TenantTransaction, seals: Seals): Promise<PersonRow | undefined> {
  const { byCode, bySubject } = await listPeopleBySeals(tx, seals)
  return byCode ?? bySubject
}

/** Whom each of the two seals finds: two rows when one person was known both by code and by the provider's name for them. */
export async function listPeopleBySeals(
  tx: TenantTransaction,
  seals: Seals,
): Promise<{ readonly byCode: PersonRow | undefined; readonly bySubject: PersonRow | undefined }> {
  const withCode =
    seals.fiscalCode.length === 0 ? undefined : inArray(person.fiscalCodeHmac, [...seals.fiscalCode])
  const withSubject = seals.subject.length === 0 ? undefined : inArray(person.subjectHmac, [...seals.subject])
  if (withCode === undefined && withSubject === undefined) return { byCode: undefined, bySubject: undefined }
  const rows = await tx
    .select()
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), or(withCode, withSubject)))
    .prepare('find_person_by_seals')
    .execute()
  const byCode = rows.find(
    ({ fiscalCodeHmac }) => fiscalCodeHmac !== null && seals.fiscalCode.includes(fiscalCodeHmac),
  )
  // A row with somebody else's code is somebody else, whatever the provider calls them now.
  const bySubject = rows.find(
    (row) => row !== byCode && (row.fiscalCodeHmac === null || seals.fiscalCode.length === 0),
  )
  return { byCode: await followed(tx, byCode), bySubject: await followed(tx, bySubject) }
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

export type AttestedFacts = Pick<PersonRow, 'givenName' | 'familyName' | 'bornOn' | 'attestedAt'> &
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

/** The person who answers to this id in this town, be it of a row that was merged into theirs; undefined for another town's as for an unknown one. */
export async function findPerson(tx: TenantTransaction, personId: string): Promise<PersonRow | undefined> {
  const [row] = await tx
    .select()
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.id, personId)))
  return followed(tx, row)
}

/** The person who answers to this id, locked against a merge and against bookings, so that what is written is written to the row that stays; undefined also for who was erased. */
export async function lockPerson(tx: TenantTransaction, personId: string): Promise<PersonRow | undefined> {
  const [row] = await tx
    .select()
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.id, personId), isNull(person.erasedAt)))
    .for('update')
  if (row === undefined || row.mergedInto === null) return row
  return lockPerson(tx, row.mergedInto) // pointers are no chain: the next row is the one that stays
}

/** The ids that a person answers to: their own and those of rows merged into theirs. */
export async function listIdsOf(tx: TenantTransaction, personId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.mergedInto, personId)))
  return [personId, ...rows.map(({ id }) => id)]
}

async function followed(tx: TenantTransaction, row: PersonRow | undefined): Promise<PersonRow | undefined> {
  if (row === undefined || row.mergedInto === null) return row
  const [other] = await tx
    .select()
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.id, row.mergedInto)))
  return other
}

async function updatePerson(
  tx: TenantTransaction,
  personId: string,
  facts: Partial<Omit<typeof person.$inferInsert, 'tenantId' | 'id' | 'createdAt'>>,
): Promise<void> {
  const rows = await tx
    .update(person)
    .set(facts)
    // A pointer keeps nothing of its own: who writes to one came too late, and is told so.
    .where(and(eq(person.tenantId, tx.tenantId), eq(person.id, personId), isNull(person.mergedInto)))
    .returning({ id: person.id })
    .prepare('update_person')
    .execute()
  exactlyOne(rows, 'person')
}
