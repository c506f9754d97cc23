import type { AttestedIdentity } from '@officine/db/identity-seals'
import { isLocalDay } from '@officine/domain/calendar/local-day'
import { findEmail, findPhone } from '@officine/domain/identity/contacts'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'

/** What an identity provider says of a person. */
export interface AttestedPerson extends AttestedIdentity {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** The claim of the fiscal code in SPID and CIE (AgID, Regole tecniche OpenID Connect, attributi): `TINIT-` and the code. */
export const fiscalNumberClaim = 'https://attributes.eid.gov.it/fiscal_number'

/** The claims that the service needs, and no other. */
export const neededClaims = [
  'given_name',
  'family_name',
  'birthdate',
  'email',
  'phone_number',
  fiscalNumberClaim,
] as const

/** Reads the claims; undefined when a name is missing or the Italian fiscal code does not hold its check: then nobody is signed in. */
export function findAttestedPerson(
  issuer: string,
  subject: string,
  claims: Readonly<Record<string, unknown>>,
): AttestedPerson | undefined {
  const textOf = (claim: string) => {
    const value = claims[claim]
    return typeof value === 'string'
      ? value
          .replace(/\p{Cc}/gu, ' ')
          .trim()
          .slice(0, 200)
          .toWellFormed()
      : ''
  }
  const givenName = textOf('given_name')
  const familyName = textOf('family_name')
  if (givenName === '' || familyName === '') return undefined
  // Another country's number (`TINDE-…`) is no Italian code: its holder is known by the provider's name for them.
  const stated = textOf(fiscalNumberClaim).startsWith('TINIT-')
    ? textOf(fiscalNumberClaim).slice('TINIT-'.length)
    : undefined
  const fiscalCode = stated === undefined ? undefined : findCheckedFiscalCode(stated)
  if (stated !== undefined && fiscalCode === undefined) return undefined
  const bornOn = textOf('birthdate')
  return {
    issuer,
    subject,
    fiscalCode,
    givenName,
    familyName,
    bornOn: isLocalDay(bornOn) ? bornOn : null,
    email: findEmail(textOf('email')) ?? null,
    phone: findPhone(textOf('phone_number')) ?? null,
  }
}
