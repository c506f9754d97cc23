import type { FiscalCode } from '@officine/domain/identity/fiscal-code'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import type { TenantId } from '@officine/domain/tenant-id'
import type { Keyring } from './keyring.ts'

/** Who somebody is to an identity provider: the fiscal code, or, for who has none (an EU citizen), the provider's own name for them. */
export interface AttestedIdentity {
  readonly fiscalCode: FiscalCode | undefined
  readonly issuer: string
  readonly subject: string
}

// The town is part of what is sealed: the same person's seals in two towns have nothing in common.
const fiscalCodeIn = (tenantId: TenantId, code: FiscalCode) => `fiscal-code\0${tenantId}\0${code}`
const subjectIn = (tenantId: TenantId, { issuer, subject }: AttestedIdentity) =>
  `subject\0${tenantId}\0${issuer}\0${subject}`
const placeOf = (tenantId: TenantId, personId: string) => `${tenantId}/person/${personId}/fiscal_code_cipher`

export interface FiscalCodeColumns {
  readonly fiscalCodeHmac: string
  readonly fiscalCodeCipher: string
}

/** A fiscal code as a person's row keeps it: a seal to find it by and a cipher to show it from. */
export function fiscalCodeColumns(
  keyring: Keyring,
  tenantId: TenantId,
  personId: string,
  code: FiscalCode,
): FiscalCodeColumns {
  return {
    fiscalCodeHmac: keyring.seal(fiscalCodeIn(tenantId, code)),
    fiscalCodeCipher: keyring.encrypt(code, placeOf(tenantId, personId)),
  }
}

/** Every seal that a town's row may hold for this fiscal code, the current key's first. */
export function fiscalCodeSeals(keyring: Keyring, tenantId: TenantId, code: FiscalCode): readonly string[] {
  return keyring.seals(fiscalCodeIn(tenantId, code))
}

/** Every seal that a town's row may hold for this subject, the current key's first. */
export function subjectSeals(
  keyring: Keyring,
  tenantId: TenantId,
  identity: AttestedIdentity,
): readonly string[] {
  return keyring.seals(subjectIn(tenantId, identity))
}

/** The seal that a new row keeps for this subject. */
export function subjectSeal(keyring: Keyring, tenantId: TenantId, identity: AttestedIdentity): string {
  return keyring.seal(subjectIn(tenantId, identity))
}

/** The fiscal code in a person's row. Throws when the cipher is another row's or its key is not held. */
export function openFiscalCode(
  keyring: Keyring,
  tenantId: TenantId,
  personId: string,
  cipher: string,
): FiscalCode {
  const code = findCheckedFiscalCode(keyring.decrypt(cipher, placeOf(tenantId, personId)))
  if (code === undefined) throw new Error('A stored fiscal code does not hold its check')
  return code
}
