import { and, asc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import { exactlyOne } from './exactly-one.ts'
import { booking, bookingUnit, dependant } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type DependantRow = typeof dependant.$inferSelect
export type NewDependant = Pick<
  DependantRow,
  'id' | 'personId' | 'kind' | 'givenName' | 'bornOn' | 'createdAt'
>

/** Who depends on a person, as first or second parent or guardian, the eldest first. */
export async function listDependantsOf(
  tx: TenantTransaction,
  personId: string,
): Promise<readonly DependantRow[]> {
  return tx
    .select()
    .from(dependant)
    .where(and(eq(dependant.tenantId, tx.tenantId), isParent(personId), isNull(dependant.removedAt)))
    .orderBy(asc(dependant.bornOn), asc(dependant.id))
}

/** What a decision looks at of a dependant: no name, no code. */
export type DecidedDependant = Pick<
  DependantRow,
  'id' | 'personId' | 'secondParentId' | 'bornOn' | 'removedAt'
>

/** These dependants as far as they are this person's, whether or not they were removed since. */
export async function listOwnDependants(
  tx: TenantTransaction,
  personId: string,
  ids: readonly string[],
): Promise<readonly DecidedDependant[]> {
  const { id, bornOn, removedAt, secondParentId } = dependant
  return tx
    .select({ id, personId: dependant.personId, secondParentId, bornOn, removedAt })
    .from(dependant)
    .where(and(eq(dependant.tenantId, tx.tenantId), inArray(dependant.id, [...ids]), isParent(personId)))
    .orderBy(asc(dependant.id))
}

/** The dependant with this id in this town, locked against other changes; undefined for one who was removed. */
export async function findDependant(tx: TenantTransaction, id: string): Promise<DependantRow | undefined> {
  const [row] = await tx
    .select()
    .from(dependant)
    .where(and(eq(dependant.tenantId, tx.tenantId), eq(dependant.id, id), isNull(dependant.removedAt)))
    .for('update')
  return row
}

/** The dependant whose parent said this code, while it is good; locked, so that it is good once. */
export async function findSharedDependant(
  tx: TenantTransaction,
  shareHash: string,
  now: Date,
): Promise<DependantRow | undefined> {
  const [row] = await tx
    .select()
    .from(dependant)
    .where(
      and(
        eq(dependant.tenantId, tx.tenantId),
        eq(dependant.shareHash, shareHash),
        gt(dependant.shareExpiresAt, now),
        isNull(dependant.removedAt),
      ),
    )
    .for('update')
  return row
}

export async function insertDependant(tx: TenantTransaction, made: NewDependant): Promise<void> {
  await tx.insert(dependant).values({ tenantId: tx.tenantId, ...made })
}

export async function updateDependant(
  tx: TenantTransaction,
  id: string,
  change: Partial<
    Pick<
      DependantRow,
      'givenName' | 'bornOn' | 'secondParentId' | 'shareHash' | 'shareExpiresAt' | 'removedAt'
    >
  >,
): Promise<void> {
  const rows = await tx
    .update(dependant)
    .set(change)
    .where(and(eq(dependant.tenantId, tx.tenantId), eq(dependant.id, id)))
    .returning({ id: dependant.id })
  exactlyOne(rows, 'dependant')
}

/** A booking ahead that has a place for a dependant, if there is one. */
export async function findBookingFor(
  tx: TenantTransaction,
  dependantId: string,
  now: Date,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ bookingId: bookingUnit.bookingId })
    .from(bookingUnit)
    .innerJoin(
      booking,
      and(eq(booking.tenantId, bookingUnit.tenantId), eq(booking.id, bookingUnit.bookingId)),
    )
    .where(
      and(
        eq(bookingUnit.tenantId, tx.tenantId),
        eq(booking.tenantId, tx.tenantId),
        eq(bookingUnit.dependantId, dependantId),
        gt(bookingUnit.endsAt, now),
        ne(booking.status, 'cancelled'),
      ),
    )
    .limit(1)
  return row?.bookingId
}

function isParent(personId: string) {
  return or(eq(dependant.personId, personId), eq(dependant.secondParentId, personId))
}
