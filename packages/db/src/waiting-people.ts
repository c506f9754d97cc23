import { and, asc, eq, gte, inArray, ne } from 'drizzle-orm'
import { booking, person, pool } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

/** Who waits, as the rules and the list see them, and whether anything could reach them; no name. */
export interface WaitingPerson {
  readonly id: string
  readonly bornOn: string | null
  readonly residence: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** The people with these ids as the waiting list sees them. */
export async function listWaitingPeople(
  tx: TenantTransaction,
  personIds: readonly string[],
): Promise<readonly WaitingPerson[]> {
  if (personIds.length === 0) return []
  const { id, bornOn, residence, email, phone } = person
  return tx
    .select({ id, bornOn, residence, email, phone })
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), inArray(id, [...personIds])))
    .orderBy(asc(id))
}

/** Who waits by name, for the desk, and whether there is an address or a number at all. */
export async function listWaitingNames(
  tx: TenantTransaction,
  personIds: readonly string[],
): Promise<
  readonly {
    readonly id: string
    readonly givenName: string
    readonly familyName: string
    readonly hasContact: boolean
  }[]
> {
  if (personIds.length === 0) return []
  const { id, givenName, familyName, email, phone } = person
  const rows = await tx
    .select({ id, givenName, familyName, email, phone })
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), inArray(id, [...personIds])))
    .orderBy(asc(id))
  return rows.map(({ email: address, phone: number, ...named }) => ({
    ...named,
    hasContact: address !== null || number !== null,
  }))
}

/** What counts, or may count, as somebody's recent use. */
export interface UsedBooking {
  readonly personId: string
  readonly pool: string
  readonly startsAt: Date
  readonly slots: number
  readonly status: typeof booking.$inferSelect.status
  readonly excusedAt: Date | null
}

/** The bookings of these people that start from an instant on, whatever became of them, the cancelled left out. */
export async function listUse(
  tx: TenantTransaction,
  personIds: readonly string[],
  from: Date,
): Promise<readonly UsedBooking[]> {
  if (personIds.length === 0) return []
  return tx
    .select({
      personId: booking.personId,
      pool: pool.slug,
      startsAt: booking.startsAt,
      slots: booking.slots,
      status: booking.status,
      excusedAt: booking.excusedAt,
    })
    .from(booking)
    .innerJoin(pool, and(eq(pool.tenantId, booking.tenantId), eq(pool.id, booking.poolId)))
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(pool.tenantId, tx.tenantId),
        inArray(booking.personId, [...personIds]),
        gte(booking.startsAt, from),
        ne(booking.status, 'cancelled'),
      ),
    )
    .orderBy(asc(booking.startsAt), asc(booking.id))
}
