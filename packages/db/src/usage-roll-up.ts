import { and, eq, gt, gte, inArray, isNull, lt, lte, max, min, sql } from 'drizzle-orm'
import type { TakenPeriod, PublicKind } from '@officine/domain/usage/count-usage'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { booking, bookingUnit, pool, unit, unitOutage, usageDay, usageHour } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

const publicKinds: readonly PublicKind[] = ['seats', 'room']
/** Statuses in which a place was kept for somebody, whether they came or not. */
const takenStatuses = ['confirmed', 'checked-in', 'completed', 'no-show'] as const

export interface PublicPoolOfTown {
  readonly poolId: string
  readonly slug: string
  readonly kind: PublicKind
  readonly places: number
}

/** The pools whose use may be told, with the places that each gives out now. */
export async function listPublicPools(tx: TenantTransaction): Promise<readonly PublicPoolOfTown[]> {
  const rows = await tx
    .select({ poolId: pool.id, slug: pool.slug, kind: pool.kind, places: sql<number>`count(*)::int` })
    .from(pool)
    .innerJoin(unit, and(eq(unit.tenantId, pool.tenantId), eq(unit.poolId, pool.id)))
    .where(
      and(
        eq(pool.tenantId, tx.tenantId),
        eq(unit.tenantId, tx.tenantId),
        inArray(pool.kind, [...publicKinds]),
        isNull(pool.retiredAt),
        isNull(unit.retiredAt),
      ),
    )
    .groupBy(pool.id, pool.slug, pool.kind)
    .orderBy(pool.slug)
  return rows.flatMap(({ kind, ...rest }) => (kind === 'seats' || kind === 'room' ? [{ ...rest, kind }] : []))
}

/** The first day that a public place was booked for; undefined in a town that nobody used yet. */
export async function findFirstDayOfUse(tx: TenantTransaction): Promise<LocalDay | undefined> {
  const [row] = await tx
    .select({ day: min(booking.day) })
    .from(booking)
    .innerJoin(pool, and(eq(pool.tenantId, booking.tenantId), eq(pool.id, booking.poolId)))
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(pool.tenantId, tx.tenantId),
        inArray(pool.kind, [...publicKinds]),
      ),
    )
  return row?.day ?? undefined
}

/** The last day that has been rolled up. */
export async function findLastUsageDay(tx: TenantTransaction): Promise<LocalDay | undefined> {
  const [row] = await tx
    .select({ day: max(usageDay.day) })
    .from(usageDay)
    .where(eq(usageDay.tenantId, tx.tenantId))
  return row?.day ?? undefined
}

/** How many public places were taken from when to when, of those that begin in `[from, to)`. */
export async function listTakenPeriods(
  tx: TenantTransaction,
  from: Date,
  to: Date,
): Promise<readonly TakenPeriod[]> {
  const rows = await tx
    .select({
      kind: pool.kind,
      startsAt: bookingUnit.startsAt,
      endsAt: bookingUnit.endsAt,
      places: sql<number>`count(*)::int`,
    })
    .from(bookingUnit)
    .innerJoin(pool, and(eq(pool.tenantId, bookingUnit.tenantId), eq(pool.id, bookingUnit.poolId)))
    .where(
      and(
        eq(bookingUnit.tenantId, tx.tenantId),
        eq(pool.tenantId, tx.tenantId),
        inArray(pool.kind, [...publicKinds]),
        gte(bookingUnit.startsAt, from),
        lt(bookingUnit.startsAt, to),
        inArray(bookingUnit.status, [...takenStatuses]),
      ),
    )
    .groupBy(pool.kind, bookingUnit.startsAt, bookingUnit.endsAt)
  return rows.flatMap(({ kind, ...rest }) => (kind === 'seats' || kind === 'room' ? [{ ...rest, kind }] : []))
}

/** When places of each pool were out of order in `[from, to)`; one that was put right early, until then. */
export async function listOutagesHeld(
  tx: TenantTransaction,
  from: Date,
  to: Date,
): Promise<readonly { readonly poolId: string; readonly startsAt: Date; readonly endsAt: Date }[]> {
  const rows = await tx
    .select({
      poolId: unitOutage.poolId,
      startsAt: unitOutage.startsAt,
      endsAt: unitOutage.endsAt,
      endedAt: unitOutage.endedAt,
    })
    .from(unitOutage)
    .where(
      and(eq(unitOutage.tenantId, tx.tenantId), lt(unitOutage.startsAt, to), gt(unitOutage.endsAt, from)),
    )
    .orderBy(unitOutage.poolId, unitOutage.startsAt)
  return rows.flatMap(({ poolId, startsAt, endsAt, endedAt }) => {
    const until = endedAt !== null && endedAt < endsAt ? endedAt : endsAt
    return startsAt < until ? [{ poolId, startsAt, endsAt: until }] : []
  })
}

export interface DayOfUse {
  readonly day: LocalDay
  readonly kind: PublicKind
  readonly bookings: number
  readonly peoplePresent: number
}

/** Bookings of public places made for each day, whatever became of them, and how many of their holders came. */
export async function listDaysOfUse(
  tx: TenantTransaction,
  first: LocalDay,
  last: LocalDay,
): Promise<readonly DayOfUse[]> {
  const rows = await tx
    .select({
      day: booking.day,
      kind: pool.kind,
      bookings: sql<number>`count(*)::int`,
      peoplePresent: sql<number>`(count(*) filter (where ${booking.status} in ('checked-in', 'completed')))::int`,
    })
    .from(booking)
    .innerJoin(pool, and(eq(pool.tenantId, booking.tenantId), eq(pool.id, booking.poolId)))
    .where(
      and(
        eq(booking.tenantId, tx.tenantId),
        eq(pool.tenantId, tx.tenantId),
        inArray(pool.kind, [...publicKinds]),
        gte(booking.day, first),
        lte(booking.day, last),
        inArray(booking.status, [...takenStatuses, 'cancelled']),
      ),
    )
    .groupBy(booking.day, pool.kind)
  return rows.flatMap(({ kind, ...rest }) => (kind === 'seats' || kind === 'room' ? [{ ...rest, kind }] : []))
}

export type UsageDay = Omit<typeof usageDay.$inferSelect, 'tenantId'>
export type UsageHour = Omit<typeof usageHour.$inferSelect, 'tenantId'>

/** Rows of one insert: a statement's parameters are counted in 16 bits. */
const rowsAtOnce = 2_000

/** Puts these days in the place of all that was rolled up from `first` on. */
export async function replaceUsage(
  tx: TenantTransaction,
  first: LocalDay,
  days: readonly UsageDay[],
  hours: readonly UsageHour[],
): Promise<void> {
  const { tenantId } = tx
  await tx.delete(usageDay).where(and(eq(usageDay.tenantId, tenantId), gte(usageDay.day, first)))
  await tx.delete(usageHour).where(and(eq(usageHour.tenantId, tenantId), gte(usageHour.day, first)))
  for (let at = 0; at < days.length; at += rowsAtOnce)
    await tx.insert(usageDay).values(days.slice(at, at + rowsAtOnce).map((day) => ({ tenantId, ...day })))
  for (let at = 0; at < hours.length; at += rowsAtOnce)
    await tx.insert(usageHour).values(hours.slice(at, at + rowsAtOnce).map((hour) => ({ tenantId, ...hour })))
}
