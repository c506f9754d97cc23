import { insertAttestedAddress } from '@officine/db/email-verifications'
import { fiscalCodeColumns, fiscalCodeSeals, subjectSeal, subjectSeals } from '@officine/db/identity-seals'
import type { Keyring } from '@officine/db/keyring'
import { newId } from '@officine/db/new-id'
import {
  findPersonBySeals,
  insertPerson,
  listPeopleBySeals,
  lockPerson,
  updateAttestedFacts,
} from '@officine/db/people'
import type { AttestedFacts, PersonRow } from '@officine/db/people'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { mergePeople } from '../people/merge-people.ts'
import type { AttestedPerson } from './attested-person.ts'

/**
 * This town's row of an attested person, locked: the one they have, whoever made it, with all that was booked on it, or a new one. Two first sign-ins at once make one.
 * Known twice, by the provider's name for them and, since the counter, by their fiscal code, they are one from now on.
 * Contacts come from the provider only into a new row: what a person told the town stands.
 */
export async function makeOrFindPerson(
  tx: TenantTransaction,
  keyring: Keyring,
  attested: AttestedPerson,
  now: Date,
): Promise<PersonRow> {
  const { tenantId } = tx
  const seals = {
    fiscalCode:
      attested.fiscalCode === undefined ? [] : fiscalCodeSeals(keyring, tenantId, attested.fiscalCode),
    subject: subjectSeals(keyring, tenantId, attested),
  }
  const { byCode, bySubject } = await listPeopleBySeals(tx, seals)
  if (byCode !== undefined && bySubject !== undefined && byCode.id !== bySubject.id) {
    // The provider attests both at once. What it may not do by itself (two places at one hour, a role) waits for the desk.
    const two = { firstId: byCode.id, secondId: bySubject.id }
    await mergePeople(tx, keyring, { ...two, chosen: {}, caps: [], by: undefined, now })
  }
  const known = byCode ?? bySubject
  // Locked, so that the session is opened for the row that stays, whoever merges two in this instant.
  const standing = known === undefined ? undefined : await lockPerson(tx, known.id)
  if (standing !== undefined) return keepUpToDate(tx, keyring, attested, standing, now)

  const id = newId(now)
  const { givenName, familyName, bornOn, email, phone } = attested
  const made = await insertPerson(tx, {
    id,
    ...sealedColumns(keyring, tx, id, attested),
    givenName,
    familyName,
    bornOn,
    email,
    phone,
    madeAtCounter: false,
    attestedAt: now,
    createdAt: now,
  })
  if (made !== undefined) {
    if (email !== null) await insertAttestedAddress(tx, id, email, now) // a provider gives out addresses that have answered it
    return made
  }
  const other = await findPersonBySeals(tx, seals) // a statement of its own sees what the other sign-in committed
  if (other === undefined) throw new Error('A person could neither be made nor found')
  return other
}

async function keepUpToDate(
  tx: TenantTransaction,
  keyring: Keyring,
  attested: AttestedPerson,
  known: PersonRow,
  now: Date,
): Promise<PersonRow> {
  const { givenName, familyName } = attested
  const bornOn = attested.bornOn ?? known.bornOn
  const seal = attested.fiscalCode === undefined ? known.subjectHmac : known.fiscalCodeHmac
  const isSealCurrent = seal?.startsWith(`${keyring.currentVersion()}:`) === true
  const isSame = givenName === known.givenName && familyName === known.familyName && bornOn === known.bornOn
  if (!isSame || !isSealCurrent || known.attestedAt === null) {
    const sealed = isSealCurrent ? {} : sealedColumns(keyring, tx, known.id, attested)
    await updateAttestedFacts(tx, known.id, { givenName, familyName, bornOn, attestedAt: now, ...sealed })
  }
  return known
}

/** Who has a fiscal code is found by it alone; the provider's own name is kept for who has none. */
function sealedColumns(
  keyring: Keyring,
  { tenantId }: TenantTransaction,
  personId: string,
  attested: AttestedPerson,
): Pick<AttestedFacts, 'subjectHmac' | 'fiscalCodeHmac' | 'fiscalCodeCipher'> {
  return attested.fiscalCode === undefined
    ? { subjectHmac: subjectSeal(keyring, tenantId, attested) }
    : fiscalCodeColumns(keyring, tenantId, personId, attested.fiscalCode)
}
