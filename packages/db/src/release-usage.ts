import { countDistinct, eq, getTableColumns, sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './database.ts'
import {
  edition,
  regionHour,
  regionQuarter,
  regionWeek,
  releasedTown,
  revision,
  townHour,
  townQuarter,
  townWeek,
} from './released-schema.ts'
import { revisionsOf } from './revisions-of.ts'
import type { QuarterSums } from './revisions-of.ts'
import { usageDay, usageHour } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type ReleasedTown = Omit<typeof releasedTown.$inferSelect, 'town'>

const total = (column: SQLWrapper) => sql<number>`sum(${column})::float8`
const quarterOfDay = (day: typeof usageDay.day | typeof usageHour.day) =>
  sql<string>`to_char(${day}, 'YYYY"-Q"Q')`

/**
 * Writes down where the town is and what it has, over what stood there. Comes first in the town's transaction: two publishers wait for each other at this row,
 * and what is counted after it is counted once.
 */
export async function keepReleasedTown(tx: TenantTransaction, facts: ReleasedTown): Promise<void> {
  await tx
    .insert(releasedTown)
    .values({ town: tx.tenantId, ...facts })
    .onConflictDoUpdate({ target: releasedTown.town, set: facts })
}

/** Why figures that were closed may differ now: a town was counted late, or somebody counted everything again and says why. */
export type Revising =
  | { readonly cause: 'counted-late'; readonly note?: undefined }
  | { readonly cause: 'counted-again'; readonly note: string }

/**
 * Writes what the Region may know of how the town this transaction stands in is used, in place of what it knew before; what changed in a quarter that `isClosed`
 * is written down beside it. The roll-up must be up to date, and the town's own row there.
 */
export async function releaseTown(
  tx: TenantTransaction,
  revisedAt: Date,
  revising: Revising,
  isClosed: (quarter: string) => boolean,
): Promise<void> {
  const { tenantId: town } = tx
  const [before, quarters, weeks, hours] = await Promise.all([
    listReleasedQuarters(tx),
    listQuarterSums(tx),
    listWeekSums(tx),
    listHourSums(tx),
  ])
  await tx.delete(townHour).where(eq(townHour.town, town))
  await tx.delete(townWeek).where(eq(townWeek.town, town))
  await tx.delete(townQuarter).where(eq(townQuarter.town, town))
  const named = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ town, ...row }))
  await insertAll(tx, townQuarter, named(quarters))
  await insertAll(tx, townWeek, named(weeks))
  await insertAll(tx, townHour, named(hours))
  const revisions = revisionsOf(
    before.filter((row) => isClosed(row.quarter)),
    quarters.filter((row) => isClosed(row.quarter)),
  )
  await insertAll(
    tx,
    revision,
    revisions.map((row) => ({ town, revisedAt, ...revising, ...row })),
  )
}

/** What the Region was told of the town, by quarter. */
export async function listReleasedQuarters(tx: TenantTransaction): Promise<readonly QuarterSums[]> {
  const { town: _town, ...columns } = getTableColumns(townQuarter)
  return tx.select(columns).from(townQuarter).where(eq(townQuarter.town, tx.tenantId))
}

/** The town's roll-up by quarter. */
export async function listQuarterSums(tx: TenantTransaction) {
  return tx
    .select({
      quarter: quarterOfDay(usageDay.day),
      kind: usageDay.kind,
      places: sql<number>`max(${usageDay.places})`,
      bookings: total(usageDay.bookings),
      peoplePresent: total(usageDay.peoplePresent),
      minutesOffered: total(usageDay.minutesOffered),
      minutesBooked: total(usageDay.minutesBooked),
    })
    .from(usageDay)
    .where(eq(usageDay.tenantId, tx.tenantId))
    .groupBy(sql`1`, usageDay.kind)
}

/** The town's roll-up by week, named by its Monday. */
export async function listWeekSums(tx: TenantTransaction) {
  return tx
    .select({
      week: sql<string>`date_trunc('week', ${usageDay.day})::date::text`,
      kind: usageDay.kind,
      bookings: total(usageDay.bookings),
      peoplePresent: total(usageDay.peoplePresent),
      minutesOffered: total(usageDay.minutesOffered),
      minutesBooked: total(usageDay.minutesBooked),
    })
    .from(usageDay)
    .where(eq(usageDay.tenantId, tx.tenantId))
    .groupBy(sql`1`, usageDay.kind)
}

/** The town's roll-up by quarter, weekday and hour. */
export async function listHourSums(tx: TenantTransaction) {
  return tx
    .select({
      quarter: quarterOfDay(usageHour.day),
      weekday: sql<number>`extract(isodow from ${usageHour.day})::int`,
      hour: usageHour.hour,
      kind: usageHour.kind,
      minutesOffered: total(usageHour.minutesOffered),
      minutesBooked: total(usageHour.minutesBooked),
    })
    .from(usageHour)
    .where(eq(usageHour.tenantId, tx.tenantId))
    .groupBy(sql`1`, sql`2`, usageHour.hour, usageHour.kind)
}

/** Sums the released tables over the towns and dates the edition: reads nothing but what is released already, and stands in no town. */
export async function releaseRegion(
  db: Database,
  { publishedAt, lastDay, isSample }: Omit<typeof edition.$inferSelect, 'name'>,
): Promise<void> {
  const facts = { publishedAt, lastDay, isSample }
  await db.transaction(async (tx) => {
    // First, so that two publishers wait for each other here.
    await tx
      .insert(edition)
      .values({ name: 'usage', ...facts })
      .onConflictDoUpdate({ target: edition.name, set: facts })
    const sums = (table: typeof townQuarter | typeof townWeek) => ({
      bookings: total(table.bookings),
      peoplePresent: total(table.peoplePresent),
      minutesOffered: total(table.minutesOffered),
      minutesBooked: total(table.minutesBooked),
    })
    const quarters = await tx
      .select({
        quarter: townQuarter.quarter,
        kind: townQuarter.kind,
        towns: countDistinct(townQuarter.town),
        places: total(townQuarter.places),
        ...sums(townQuarter),
      })
      .from(townQuarter)
      .groupBy(townQuarter.quarter, townQuarter.kind)
    const weeks = await tx
      .select({ week: townWeek.week, kind: townWeek.kind, ...sums(townWeek) })
      .from(townWeek)
      .groupBy(townWeek.week, townWeek.kind)
    const hours = await tx
      .select({
        quarter: townHour.quarter,
        weekday: townHour.weekday,
        hour: townHour.hour,
        kind: townHour.kind,
        minutesOffered: total(townHour.minutesOffered),
        minutesBooked: total(townHour.minutesBooked),
      })
      .from(townHour)
      .groupBy(townHour.quarter, townHour.weekday, townHour.hour, townHour.kind)
    await tx.delete(regionQuarter)
    await tx.delete(regionWeek)
    await tx.delete(regionHour)
    await insertAll(tx, regionQuarter, quarters)
    await insertAll(tx, regionWeek, weeks)
    await insertAll(tx, regionHour, hours)
  })
}

/** Rows of one insert: a statement's parameters are counted in 16 bits. */
const rowsAtOnce = 2_000

async function insertAll<Table extends PgTable>(
  tx: Pick<Database, 'insert'>,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx.insert(table).values(rows.slice(at, at + rowsAtOnce))
}
