import { and, asc, eq, ilike, isNull, or } from 'drizzle-orm'
import { person } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export interface FoundPerson {
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: string | null
  readonly madeAtCounter: boolean
}

/** People of the town whose names hold every word typed, in any order and case; by family name, at most 20. */
export async function searchPeople(
  tx: TenantTransaction,
  words: readonly string[],
): Promise<readonly FoundPerson[]> {
  const holdsWord = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return or(ilike(person.familyName, pattern), ilike(person.givenName, pattern))
  })
  return tx
    .select({
      personId: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      bornOn: person.bornOn,
      madeAtCounter: person.madeAtCounter,
    })
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), isKnown(), ...holdsWord))
    .orderBy(asc(person.familyName), asc(person.givenName), asc(person.id))
    .limit(20)
}

/** Neither a pointer to another row nor nobody any more. */
export function isKnown() {
  return and(isNull(person.mergedInto), isNull(person.erasedAt))
}
