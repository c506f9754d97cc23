import { and, asc, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import type { OpeningChange } from '@officine/domain/booking/opening-hours'
import { addDays } from '@officine/domain/calendar/local-day'
import { localDayOf } from '@officine/domain/calendar/local-time'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { openingChange, person, pool } from './schema.ts'
import type { SettledBooking } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type { SettledBooking } from './schema.ts'
export type OpeningChangeRow = typeof openingChange.$inferSelect

/** A change that the desk decided, with what it is about: the whole town, a site, or one pool. */
export interface DecidedChange extends OpeningChange {
  readonly id: string
  readonly site: string | undefined
  readonly poolId: string | undefined
  readonly decidedAt: Date
}

const told = {
  id: openingChange.id,
  kind: openingChange.kind,
  site: openingChange.site,
  poolId: openingChange.poolId,
  fromDay: openingChange.fromDay,
  toDay: openingChange.toDay,
  fromTime: openingChange.fromTime,
  toTime: openingChange.toTime,
  opensShutDays: openingChange.opensShutDays,
  because: openingChange.because,
  becauseIn: openingChange.becauseIn,
  decidedAt: openingChange.decidedAt,
}

/** The changes in force that touch a day from the first to the last; a pool's own before its site's, a site's before the town's. */
export async function listOpeningChanges(
  tx: TenantTransaction,
  first: LocalDay,
  last: LocalDay,
): Promise<readonly DecidedChange[]> {
  const rows = await tx
    .select(told)
    .from(openingChange)
    .where(
      and(
        eq(openingChange.tenantId, tx.tenantId),
        isNull(openingChange.endedAt),
        gte(openingChange.toDay, first),
        lte(openingChange.fromDay, last),
      ),
    )
    .orderBy(
      asc(openingChange.poolId),
      asc(openingChange.site),
      asc(openingChange.fromDay),
      asc(openingChange.id),
    )
  return rows.map(changeOf)
}

/** The changes as they were in force on days that are over: one that was lifted, until the day before. */
export async function listChangesHeld(
  tx: TenantTransaction,
  first: LocalDay,
  last: LocalDay,
): Promise<readonly DecidedChange[]> {
  const rows = await tx
    .select({ ...told, endedAt: openingChange.endedAt })
    .from(openingChange)
    .where(
      and(
        eq(openingChange.tenantId, tx.tenantId),
        gte(openingChange.toDay, first),
        lte(openingChange.fromDay, last),
      ),
    )
    .orderBy(
      asc(openingChange.poolId),
      asc(openingChange.site),
      asc(openingChange.fromDay),
      asc(openingChange.id),
    )
  return rows.flatMap(({ endedAt, ...row }) => {
    const lastHeld = endedAt === null ? row.toDay : addDays(localDayOf(endedAt), -1)
    const toDay = lastHeld < row.toDay ? lastHeld : row.toDay
    return toDay < row.fromDay ? [] : [changeOf({ ...row, toDay })]
  })
}

/** Exceptional hours that are not over, about pools by the name of their file: what people booked in them is no fault of the town's next configuration. */
export async function listOtherHoursAhead(
  tx: TenantTransaction,
  now: Date,
): Promise<readonly PlacedChange[]> {
  const rows = await tx
    .select({ ...told, slug: pool.slug })
    .from(openingChange)
    .leftJoin(pool, and(eq(pool.tenantId, tx.tenantId), eq(pool.id, openingChange.poolId)))
    .where(
      and(
        eq(openingChange.tenantId, tx.tenantId),
        eq(openingChange.kind, 'hours'),
        isNull(openingChange.endedAt),
        gte(openingChange.toDay, localDayOf(now)),
      ),
    )
    .orderBy(asc(openingChange.poolId), asc(openingChange.fromDay), asc(openingChange.id))
  return rows.map(({ slug, ...row }) => ({ ...changeOf(row), poolId: slug ?? undefined }))
}

type ToldRow = Pick<OpeningChangeRow, keyof typeof told>

function changeOf({ fromTime, toTime, because, becauseIn, site, poolId, ...row }: ToldRow): DecidedChange {
  return {
    ...row,
    site: site ?? undefined,
    poolId: poolId ?? undefined,
    because: { ...becauseIn, it: because },
    ...(fromTime !== null && toTime !== null && { hours: [fromTime, toTime] as const }),
  }
}

/** A change with what became of the bookings it touched, for the desk. */
export interface ChangeOnRecord extends DecidedChange {
  readonly settled: readonly SettledBooking[]
  readonly endedAt: Date | undefined
}

/** The change with this id in this town, lifted or not; locked against being lifted twice. */
export async function lockOpeningChange(
  tx: TenantTransaction,
  id: string,
): Promise<ChangeOnRecord | undefined> {
  const [row] = await tx
    .select()
    .from(openingChange)
    .where(and(eq(openingChange.tenantId, tx.tenantId), eq(openingChange.id, id)))
    .for('update')
  return row && onRecord(row)
}

/** The change that an earlier try with the same key made, if any. */
export async function findOpeningChangeByKey(
  tx: TenantTransaction,
  decidedBy: string,
  requestKey: string,
): Promise<ChangeOnRecord | undefined> {
  const [row] = await tx
    .select()
    .from(openingChange)
    .where(
      and(
        eq(openingChange.tenantId, tx.tenantId),
        eq(openingChange.decidedBy, decidedBy),
        eq(openingChange.requestKey, requestKey),
      ),
    )
  return row && onRecord(row)
}

/** What the desk decided that is not over on that day, lifted ones too, the soonest first; at most 200. */
export async function listChangesAhead(
  tx: TenantTransaction,
  today: LocalDay,
): Promise<readonly ChangeOnRecord[]> {
  const rows = await tx
    .select()
    .from(openingChange)
    .where(and(eq(openingChange.tenantId, tx.tenantId), gte(openingChange.toDay, today)))
    .orderBy(asc(openingChange.fromDay), desc(openingChange.decidedAt), asc(openingChange.id))
    .limit(200)
  return rows.map(onRecord)
}

function onRecord({ settled, endedAt, ...row }: OpeningChangeRow): ChangeOnRecord {
  const { id, kind, site, poolId, fromDay, toDay, fromTime, toTime, opensShutDays, because, becauseIn } = row
  const { decidedAt } = row
  const change = { id, kind, site, poolId, fromDay, toDay, fromTime, toTime, opensShutDays }
  return {
    ...changeOf({ ...change, because, becauseIn, decidedAt }),
    settled,
    endedAt: endedAt ?? undefined,
  }
}

/** Of these people, who has no e-mail address: the desk calls them, or hopes that they come by. */
export async function listWithoutAddress(
  tx: TenantTransaction,
  personIds: readonly string[],
): Promise<readonly { readonly personId: string; readonly name: string; readonly hasPhone: boolean }[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .select({
      id: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      phone: person.phone,
    })
    .from(person)
    .where(and(eq(person.tenantId, tx.tenantId), inArray(person.id, [...personIds]), isNull(person.email)))
    .orderBy(asc(person.familyName), asc(person.givenName), asc(person.id))
  return rows.map(({ id, givenName, familyName, phone }) => ({
    personId: id,
    name: `${givenName} ${familyName}`,
    hasPhone: phone !== null,
  }))
}

export interface NewOpeningChange extends OpeningChange {
  readonly id: string
  readonly site: string | undefined
  readonly poolId: string | undefined
  readonly decidedBy: string
  readonly requestKey: string
  readonly decidedAt: Date
  readonly settled: readonly SettledBooking[]
}

/** Writes a change of the opening; the locks of its days must be held. */
export async function insertOpeningChange(tx: TenantTransaction, made: NewOpeningChange): Promise<void> {
  const { because, hours, site = null, poolId = null, opensShutDays = false, ...rest } = made
  const { it, ...becauseIn } = because
  const [fromTime, toTime] = hours ?? [null, null]
  const { tenantId } = tx
  await tx
    .insert(openingChange)
    .values({ tenantId, ...rest, site, poolId, opensShutDays, fromTime, toTime, because: it, becauseIn })
}

/** Lifts a change; false when it was lifted before. */
export async function endOpeningChange(
  tx: TenantTransaction,
  id: string,
  by: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(openingChange)
    .set({ endedAt: now, endedBy: by })
    .where(
      and(eq(openingChange.tenantId, tx.tenantId), eq(openingChange.id, id), isNull(openingChange.endedAt)),
    )
    .returning({ id: openingChange.id })
  return rows.length === 1
}
