import { and, asc, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { exactlyOne } from './exactly-one.ts'
import { wait, waitCompanion } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type WaitRow = typeof wait.$inferSelect
export type NewWait = Omit<WaitRow, 'tenantId' | 'status' | 'bookingId' | 'passedOverAt' | 'closedAt'>

/** One place of what is to come along. */
export interface WaitedCompanion {
  readonly poolId: string
  readonly dependantId: string | null
  readonly isAddOn: boolean
}

/** Somebody's wish as it waits, with what comes along in the order asked for. */
export interface WaitRecord extends WaitRow {
  readonly companions: readonly WaitedCompanion[]
}

/** Puts a wish on the waiting list. */
export async function insertWait(
  tx: TenantTransaction,
  made: NewWait,
  companions: readonly (WaitedCompanion & { readonly id: string })[],
): Promise<void> {
  const { tenantId } = tx
  await tx.insert(wait).values({ tenantId, status: 'waiting', ...made })
  if (companions.length > 0)
    await tx.insert(waitCompanion).values(companions.map((each) => ({ tenantId, waitId: made.id, ...each })))
}

/** The wait that an earlier try with the same key made, if any. */
export async function findWaitByKey(
  tx: TenantTransaction,
  requestedBy: string,
  key: string,
): Promise<WaitRecord | undefined> {
  const [found] = await recordsOf(tx, and(eq(wait.requestedBy, requestedBy), eq(wait.idempotencyKey, key)))
  return found
}

/** The wait with this id in this town. */
export async function findWait(tx: TenantTransaction, waitId: string): Promise<WaitRecord | undefined> {
  const [found] = await recordsOf(tx, eq(wait.id, waitId))
  return found
}

/** The wait whose place a booking holds or held. */
export async function findWaitOfBooking(
  tx: TenantTransaction,
  bookingId: string,
): Promise<WaitRecord | undefined> {
  const [found] = await recordsOf(tx, eq(wait.bookingId, bookingId))
  return found
}

/** A person's waits for what has not begun, however they stand, the soonest first. */
export async function listWaitsOf(
  tx: TenantTransaction,
  personId: string,
  now: Date,
): Promise<readonly WaitRecord[]> {
  return recordsOf(tx, and(eq(wait.personId, personId), gt(wait.startsAt, now)))
}

/** Who waits for places of some pools on a day, the soonest slot first. */
export async function listWaitingOn(
  tx: TenantTransaction,
  poolIds: readonly string[],
  day: string,
): Promise<readonly WaitRecord[]> {
  return recordsOf(tx, and(inArray(wait.poolId, [...poolIds]), eq(wait.status, 'waiting'), eq(wait.day, day)))
}

/** Everybody who waits in the town, the soonest slot first; at most 500. */
export async function listWaiting(tx: TenantTransaction, now: Date): Promise<readonly WaitRecord[]> {
  return recordsOf(tx, and(eq(wait.status, 'waiting'), gt(wait.startsAt, now)))
}

/** The days of pools for which somebody waits. */
export async function listWaitingDays(
  tx: TenantTransaction,
  now: Date,
): Promise<readonly { readonly poolId: string; readonly day: string }[]> {
  return tx
    .selectDistinct({ poolId: wait.poolId, day: wait.day })
    .from(wait)
    .where(and(eq(wait.tenantId, tx.tenantId), eq(wait.status, 'waiting'), gt(wait.startsAt, now)))
    .orderBy(asc(wait.day), asc(wait.poolId))
}

type Condition = ReturnType<typeof and>

async function recordsOf(tx: TenantTransaction, which: Condition): Promise<readonly WaitRecord[]> {
  const rows = await tx
    .select()
    .from(wait)
    .where(and(eq(wait.tenantId, tx.tenantId), which))
    .orderBy(asc(wait.startsAt), asc(wait.askedAt), asc(wait.id))
    .limit(500)
  if (rows.length === 0) return []
  const { waitId, poolId, dependantId, isAddOn } = waitCompanion
  const companions = await tx
    .select({ waitId, poolId, dependantId, isAddOn })
    .from(waitCompanion)
    .where(
      and(
        eq(waitCompanion.tenantId, tx.tenantId),
        inArray(
          waitId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(waitCompanion.id))
  const along = Map.groupBy(companions, (each) => each.waitId)
  return rows.map((row) => ({ ...row, companions: along.get(row.id) ?? [] }))
}

/** Writes how a wait that stood in one status goes on, and throws if it no longer stood there. */
export async function changeWait(
  tx: TenantTransaction,
  waitId: string,
  from: WaitRow['status'],
  change: Partial<Pick<WaitRow, 'status' | 'bookingId' | 'passedOverAt' | 'closedAt'>>,
): Promise<void> {
  const rows = await tx
    .update(wait)
    .set(change)
    .where(and(eq(wait.tenantId, tx.tenantId), eq(wait.id, waitId), eq(wait.status, from)))
    .returning({ id: wait.id })
  exactlyOne(rows, `wait in status ${from}`)
}

/** Writes that these people could not have a place that was free, so that nobody keeps it for them. */
export async function markPassedOver(
  tx: TenantTransaction,
  waitIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .update(wait)
    .set({ passedOverAt: now })
    .where(
      and(
        eq(wait.tenantId, tx.tenantId),
        inArray(wait.id, [...waitIds]),
        eq(wait.status, 'waiting'),
        isNull(wait.passedOverAt),
      ),
    )
}

/** Ends every wait for what starts by `until`: from then on a free place is for who comes. */
export async function closeWaitsUntil(tx: TenantTransaction, until: Date, now: Date): Promise<void> {
  await tx
    .update(wait)
    .set({ status: 'over', closedAt: now })
    .where(and(eq(wait.tenantId, tx.tenantId), eq(wait.status, 'waiting'), lte(wait.startsAt, until)))
}

/** Takes a person off every list. */
export async function leaveWaits(tx: TenantTransaction, personId: string, now: Date): Promise<void> {
  await tx
    .update(wait)
    .set({ status: 'left', closedAt: now })
    .where(and(eq(wait.tenantId, tx.tenantId), eq(wait.personId, personId), eq(wait.status, 'waiting')))
}
