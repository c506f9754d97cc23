import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { insertWords } from './outbox.ts'
import type { NewWord } from './outbox.ts'
import { booking, bookingUnit, decision, dependant, person, pool, unit } from './schema.ts'
import { exactlyOne } from './exactly-one.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type BookingRow = typeof booking.$inferSelect
export type NewBooking = Omit<
  BookingRow,
  | 'tenantId'
  | 'checkedInAt'
  | 'cancelledAt'
  | 'cancelReason'
  | 'changeKey'
  | 'expectedAt'
  | 'missedAt'
  | 'excusedAt'
  | 'offerExpiresAt'
  | 'acceptedAt'
> & {
  /** Of an offer: until when it can be accepted. */
  readonly offerExpiresAt?: Date
}

/** The booking that an earlier try with the same key made, if any. */
export async function findBookingByKey(
  tx: TenantTransaction,
  requestedBy: string,
  key: string,
): Promise<BookingRow | undefined> {
  const [row] = await tx
    .select()
    .from(booking)
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(booking.requestedBy, requestedBy),
        eq(booking.idempotencyKey, key),
      ),
    )
  return row
}

export interface NewBookingUnit {
  readonly id: string
  readonly poolId: string
  readonly unitId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly isPinned?: boolean
  readonly isAddOn?: boolean
  readonly isChosen?: boolean
  readonly dependantId?: string | null
}

export interface NewDecision {
  readonly id: string
  readonly outcome: string
  readonly configVersion: number
  readonly rulesHash: string
  readonly inputsHash: string
  readonly facts: Record<string, unknown>
}

/** Writes a booking with its places, the decision behind it and the words to be sent: one insert each, travelling together. */
export async function insertBooking(
  tx: TenantTransaction,
  made: NewBooking,
  units: readonly NewBookingUnit[],
  because: NewDecision,
  words: readonly NewWord[],
): Promise<void> {
  const { tenantId } = tx
  const at = made.bookedAt
  await Promise.all([
    tx.insert(booking).values({ tenantId, ...made }),
    tx
      .insert(bookingUnit)
      .values(units.map((place) => ({ tenantId, bookingId: made.id, status: made.status, ...place }))),
    tx.insert(decision).values({ tenantId, bookingId: made.id, decidedAt: at, ...because }),
    ...(words.length === 0 ? [] : [insertWords(tx, made.id, words, at)]),
  ])
}

/** One place of a booking: of its own pool, or of what comes along. */
export interface BookedPlace {
  readonly placeId: string
  readonly poolId: string
  readonly unitId: string
  readonly label: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly isPinned: boolean
  readonly isAddOn: boolean
  readonly isChosen: boolean
  readonly dependantId: string | null
  readonly dependantName: string | null
}

/** A booking with what a person reads of it. */
export interface BookingRecord extends BookingRow {
  readonly poolSlug: string
  readonly units: readonly BookedPlace[]
  readonly givenName: string
  readonly familyName: string
}

/** The booking with this id in this town, locked against other changes when asked; undefined for another town's as for an unknown one. */
export async function findBooking(
  tx: TenantTransaction,
  bookingId: string,
  lock: 'locked' | 'read',
): Promise<BookingRecord | undefined> {
  if (lock === 'locked') {
    await tx
      .select({ id: booking.id })
      .from(booking)
      .where(and(eq(booking.tenantId, tx.tenantId), eq(booking.id, bookingId)))
      .for('update')
  }
  const [record] = await recordsOf(tx, eq(booking.id, bookingId))
  return record
}

/** The booking with this short code (eight letters and digits, no hyphen). */
export async function findBookingByCode(
  tx: TenantTransaction,
  code: string,
): Promise<BookingRecord | undefined> {
  const [record] = await recordsOf(tx, eq(booking.code, code))
  return record
}

/** A person's bookings, the latest first; at most 200. */
export async function listBookingsOf(
  tx: TenantTransaction,
  personId: string,
): Promise<readonly BookingRecord[]> {
  return recordsOf(tx, eq(booking.personId, personId))
}

/** Every booking of a day that was not cancelled. */
export async function listBookingsOn(tx: TenantTransaction, day: string): Promise<readonly BookingRecord[]> {
  return recordsOf(tx, and(eq(booking.day, day), ne(booking.status, 'cancelled')))
}

/** These bookings, the soonest first; at most 1000. */
export async function listBookingsById(
  tx: TenantTransaction,
  bookingIds: readonly string[],
): Promise<readonly BookingRecord[]> {
  if (bookingIds.length === 0) return []
  const records = await recordsOf(tx, inArray(booking.id, [...bookingIds]))
  return records.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

type Condition = ReturnType<typeof and>

async function recordsOf(tx: TenantTransaction, which: Condition): Promise<readonly BookingRecord[]> {
  const rows = await tx
    .select({ booking, poolSlug: pool.slug, givenName: person.givenName, familyName: person.familyName })
    .from(booking)
    .innerJoin(pool, and(eq(pool.tenantId, booking.tenantId), eq(pool.id, booking.poolId)))
    .innerJoin(person, and(eq(person.tenantId, booking.tenantId), eq(person.id, booking.personId)))
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(pool.tenantId, tx.tenantId),
        eq(person.tenantId, tx.tenantId),
        which,
      ),
    )
    .orderBy(desc(booking.startsAt), asc(booking.id))
    .limit(1000)
  const ids = rows.map((row) => row.booking.id)
  const places = ids.length === 0 ? [] : await placesOf(tx, ids)
  const unitsOf = Map.groupBy(places, ({ bookingId }) => bookingId)
  return rows.map(({ booking: row, ...rest }) => ({ ...row, ...rest, units: unitsOf.get(row.id) ?? [] }))
}

async function placesOf(tx: TenantTransaction, bookingIds: readonly string[]) {
  return tx
    .select({
      bookingId: bookingUnit.bookingId,
      placeId: bookingUnit.id,
      poolId: bookingUnit.poolId,
      unitId: unit.id,
      label: unit.label,
      startsAt: bookingUnit.startsAt,
      endsAt: bookingUnit.endsAt,
      isPinned: bookingUnit.isPinned,
      isAddOn: bookingUnit.isAddOn,
      isChosen: bookingUnit.isChosen,
      dependantId: bookingUnit.dependantId,
      dependantName: dependant.givenName,
    })
    .from(bookingUnit)
    .innerJoin(unit, and(eq(unit.tenantId, bookingUnit.tenantId), eq(unit.id, bookingUnit.unitId)))
    .leftJoin(dependant, and(eq(dependant.tenantId, tx.tenantId), eq(dependant.id, bookingUnit.dependantId)))
    .where(
      and(
        eq(bookingUnit.tenantId, tx.tenantId),
        eq(unit.tenantId, tx.tenantId),
        inArray(bookingUnit.bookingId, [...bookingIds]),
      ),
    )
    .orderBy(asc(bookingUnit.startsAt), asc(unit.number))
}

type Change = Partial<
  Pick<BookingRow, 'status' | 'acceptedAt' | 'checkedInAt' | 'cancelledAt' | 'cancelReason' | 'expectedAt'>
>

/** Moves a booking from one status to another with its places, and throws if it was no longer in the first. A place that becomes active again passes the exclusion constraint. */
export async function changeBooking(
  tx: TenantTransaction,
  bookingId: string,
  from: BookingRow['status'],
  change: Change,
): Promise<BookingRow> {
  const rows = await tx
    .update(booking)
    .set(change)
    .where(and(eq(booking.tenantId, tx.tenantId), eq(booking.id, bookingId), eq(booking.status, from)))
    .returning()
  const changed = exactlyOne(rows, `booking in status ${from}`)
  if (changed.status !== from) {
    await tx
      .update(bookingUnit)
      .set({ status: changed.status })
      .where(and(eq(bookingUnit.tenantId, tx.tenantId), eq(bookingUnit.bookingId, bookingId)))
  }
  return changed
}

/** Writes a word to be sent about a booking. */
export async function insertOutbox(
  tx: TenantTransaction,
  word: { readonly id: string; readonly topic: string; readonly rowId: string; readonly at: Date },
): Promise<void> {
  const { id, topic, rowId, at } = word
  await insertWords(tx, rowId, [{ id, topic, runAt: at }], at)
}
