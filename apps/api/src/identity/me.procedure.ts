import { openFiscalCode } from '@officine/db/identity-seals'
import { findPerson } from '@officine/db/people'
import { readInTenant } from '@officine/db/read-in-tenant'
import { maskedFiscalCode } from '@officine/domain/identity/fiscal-code'
import { findMissingFactor } from '@officine/domain/identity/second-factor'
import { openProcedure } from '../procedures.ts'

/** Who the page is being shown to, and what they still have to tell at their first sign-in. */
export const meProcedure = openProcedure.query(async ({ ctx: { db, keyring, town, signedIn, now } }) => {
  if (signedIn === undefined) return { signedIn: false } as const
  const { person, roles, expiresAt } = signedIn
  const row = await readInTenant(db, town.id, (tx) => findPerson(tx, person.id))
  const cipher = row?.fiscalCodeCipher ?? undefined
  return {
    signedIn: true,
    givenName: person.givenName,
    familyName: person.familyName,
    fiscalCodeMasked: cipher && maskedFiscalCode(openFiscalCode(keyring, town.id, person.id, cipher)),
    email: person.email ?? undefined,
    phone: person.phone ?? undefined,
    needsContacts: person.email === null && person.phone === null,
    needsNotice: person.noticeVersion !== town.config.privacyNotice.version,
    roles,
    /** What the desk will ask for before it opens. */
    missingFactor: roles.length === 0 ? undefined : findMissingFactor(signedIn, now),
    sessionExpiresAt: expiresAt.toISOString(),
  } as const
})
