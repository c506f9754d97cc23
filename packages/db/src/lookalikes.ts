import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { person } from './schema.ts'
import { isKnown } from './search-people.ts'
import type { FoundPerson } from './search-people.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** Somebody as they are described at the counter. */
export interface Described {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: string | null
  readonly phone: string | null
  readonly email: string | null
}

/** What somebody known has in common with who is described. `name`: the same name, and one of the two birth dates is not known. */
export type Likeness = 'name-and-birth' | 'name' | 'phone' | 'email'

export interface Lookalike extends FoundPerson {
  readonly alike: readonly Likeness[]
}

/**
 * People of the town who may be the one described: the same name, in either order, with or without accents, unless born on another day; or the same telephone
 * or e-mail. At most 10, by name; `except` leaves out who is compared with the others.
 */
export async function findLookalikes(
  tx: TenantTransaction,
  described: Described,
  except?: string,
): Promise<readonly Lookalike[]> {
  const { bornOn, phone, email } = described
  const [given, family] = [plain(described.givenName), plain(described.familyName)]
  const hasName = or(
    and(eq(plainColumn(person.givenName), given), eq(plainColumn(person.familyName), family)),
    and(eq(plainColumn(person.givenName), family), eq(plainColumn(person.familyName), given)),
  )
  const bornThen = bornOn === null ? undefined : or(isNull(person.bornOn), eq(person.bornOn, bornOn))
  const hasPhone = phone === null ? undefined : eq(person.phone, phone)
  const hasEmail = email === null ? undefined : eq(sql`lower(${person.email})`, email.toLowerCase())
  const rows = await tx
    .select({
      personId: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      bornOn: person.bornOn,
      madeAtCounter: person.madeAtCounter,
      phone: person.phone,
      email: person.email,
    })
    .from(person)
    .where(
      and(
        eq(person.tenantId, tx.tenantId),
        isKnown(),
        except === undefined ? undefined : ne(person.id, except),
        or(and(hasName, bornThen), hasPhone, hasEmail),
      ),
    )
    .orderBy(asc(person.familyName), asc(person.givenName), asc(person.id))
    .limit(10)
  return rows.map(({ phone: itsPhone, email: itsEmail, ...row }) => {
    const name = [plain(row.givenName), plain(row.familyName)].join()
    const isNamed = name === [given, family].join() || name === [family, given].join()
    const isBornThen = bornOn !== null && row.bornOn === bornOn
    const isBornElsewhen = bornOn !== null && row.bornOn !== null && !isBornThen
    const alike: Likeness[] = [
      ...(isNamed && !isBornElsewhen ? [isBornThen ? ('name-and-birth' as const) : ('name' as const)] : []),
      ...(phone !== null && itsPhone === phone ? ['phone' as const] : []),
      ...(email !== null && itsEmail?.toLowerCase() === email.toLowerCase() ? ['email' as const] : []),
    ]
    return { ...row, alike }
  })
}

const accented = 'àáâäãåèéêëìíîïòóôöõùúûüñç'
const unaccented = 'aaaaaaeeeeiiiiooooouuuunc'

/** A name without what people write differently: case, accents, apostrophes, hyphens and spaces. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[à-ÿ]/g, (letter) => unaccented[accented.indexOf(letter)] ?? letter)
    .replace(/['’`\-\s.]/g, '')
}

function plainColumn(column: typeof person.givenName | typeof person.familyName): SQL<string> {
  return sql<string>`translate(lower(${column}), ${`${accented}'’\`-. `}, ${unaccented})`
}
