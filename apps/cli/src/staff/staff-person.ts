import { fiscalCodeColumns, fiscalCodeSeals } from '@officine/db/identity-seals'
import type { Keyring } from '@officine/db/keyring'
import { newId } from '@officine/db/new-id'
import { findPersonBySeals, insertPerson } from '@officine/db/people'
import type { PersonRow } from '@officine/db/people'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { NamedCode } from './staff-arguments.ts'

/** The person of this town with this fiscal code, however their row was made. */
export function findStaffPerson(
  tx: TenantTransaction,
  keyring: Keyring,
  { fiscalCode }: NamedCode,
): Promise<PersonRow | undefined> {
  return findPersonBySeals(tx, { fiscalCode: fiscalCodeSeals(keyring, tx.tenantId, fiscalCode), subject: [] })
}

/** Makes the row that a first manager has not made by signing in; undefined when their name was not given. */
export async function makeStaffPerson(
  tx: TenantTransaction,
  keyring: Keyring,
  { fiscalCode, givenName, familyName }: NamedCode,
  now: Date,
): Promise<PersonRow | undefined> {
  if (givenName === undefined || familyName === undefined) return undefined
  const id = newId(now)
  return insertPerson(tx, {
    id,
    ...fiscalCodeColumns(keyring, tx.tenantId, id, fiscalCode),
    givenName,
    familyName,
    madeAtCounter: true,
    createdAt: now,
  })
}
