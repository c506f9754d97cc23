import { and, eq, isNotNull, like, not } from 'drizzle-orm'
import { resealCare } from './dependant-care.ts'
import { fiscalCodeColumns, openFiscalCode } from './identity-seals.ts'
import type { Keyring } from './keyring.ts'
import { person } from './schema.ts'
import { resealSecondFactors } from './second-factors.ts'
import { updateSealedCode } from './people.ts'
import type { TenantTransaction } from './with-tenant.ts'

const batchSize = 500

/**
 * Seals fiscal codes, care notes and second factors of this town that stand under an older key with the current one, at most 500 of each at a time; answers how many.
 * What is sealed from a provider's subject alone cannot be: its person does it by signing in.
 */
export async function reseal(tx: TenantTransaction, keyring: Keyring): Promise<number> {
  const rows = await tx
    .select({ id: person.id, cipher: person.fiscalCodeCipher })
    .from(person)
    .where(
      and(
        eq(person.tenantId, tx.tenantId),
        isNotNull(person.fiscalCodeCipher),
        not(like(person.fiscalCodeCipher, `${keyring.currentVersion()}:%`)),
      ),
    )
    .orderBy(person.id)
    .limit(batchSize)
    .for('update')
  for (const { id, cipher } of rows) {
    const code = openFiscalCode(keyring, tx.tenantId, id, cipher ?? '')
    await updateSealedCode(tx, id, fiscalCodeColumns(keyring, tx.tenantId, id, code))
  }
  return rows.length + (await resealCare(tx, keyring)) + (await resealSecondFactors(tx, keyring))
}
