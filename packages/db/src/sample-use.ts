import { and, asc, count, eq, getTableColumns, getTableName, lte } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { TransactionSql } from 'postgres'
import { booking, bookingUnit, person } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type SamplePerson = Omit<typeof person.$inferInsert, 'tenantId'>
export type SampleBooking = Omit<typeof booking.$inferInsert, 'tenantId'> & {
  readonly units: readonly { readonly id: string; readonly poolId: string; readonly unitId: string }[]
}

/** Writes invented people, many at a time. */
export async function insertSamplePeople(
  tx: TenantTransaction,
  people: readonly SamplePerson[],
): Promise<void> {
  await insertRows(tx, person, people)
}

/** Writes bookings nobody decided, as they ended, many at a time: no word goes out about them, and there is no decision to replay. */
export async function insertSampleBookings(
  tx: TenantTransaction,
  bookings: readonly SampleBooking[],
): Promise<void> {
  await insertRows(tx, booking, bookings)
  const units = bookings.flatMap(({ id, startsAt, endsAt, status, units: places }) =>
    places.map((place) => ({ ...place, bookingId: id, startsAt, endsAt, status })),
  )
  await insertRows(tx, bookingUnit, units)
}

/** How many bookings the town has had, whatever became of them: one that has any is not filled again. */
export async function countBookings(tx: TenantTransaction): Promise<number> {
  const [row] = await tx.select({ bookings: count() }).from(booking).where(eq(booking.tenantId, tx.tenantId))
  return row?.bookings ?? 0
}

/** Invented bookings that have begun by then and that nobody has come for yet, soonest first. */
export async function listSamplesBegun(
  tx: TenantTransaction,
  by: Date,
): Promise<readonly { readonly id: string; readonly startsAt: Date; readonly endsAt: Date }[]> {
  return tx
    .select({ id: booking.id, startsAt: booking.startsAt, endsAt: booking.endsAt })
    .from(booking)
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(booking.requestHash, 'sample'),
        eq(booking.status, 'confirmed'),
        lte(booking.startsAt, by),
      ),
    )
    .orderBy(asc(booking.startsAt), asc(booking.id))
    .for('update')
}

/** A statement's parameters are counted in 16 bits. */
const rowsAtOnce = 500

/**
 * The query builder spends more on a row than the database does. This text is the same for every five hundred rows, and
 * is values rather than a selection from arrays: that is what a distributed server takes too.
 */
async function insertRows(
  tx: TenantTransaction,
  table: PgTable,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key === 'tenantId' || key in first)
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  // The one session of the transaction, whose driver takes a text and its parameters as they are.
  const { client } = tx._.session as unknown as { readonly client: TransactionSql }
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce)
    const values = some.map(
      (_row, row) =>
        `(${columns.map((_column, place) => `$${row * columns.length + place + 1}`).join(', ')})`,
    )
    const parameters = some.flatMap((row) =>
      columns.map(([key]) => (key === 'tenantId' ? tx.tenantId : asSent(row[key]))),
    )
    const text = `insert into "${getTableName(table)}" (${names}) values ${values.join(', ')}`
    await client.unsafe(text, parameters, { prepare: some.length === rowsAtOnce })
  }
}

function asSent(value: unknown): string | number | boolean | null {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
