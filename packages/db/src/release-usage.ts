import { countDistinct, eq, sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './database.ts'
import {
  edition,
  regionHour,
  regionQuarter,
  regionWeek,
  releasedTown,
  townHour,
  townQuarter,
  townWeek,
} from './released-schema.ts'
import { usageDay, usageHour } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type ReleasedTown = Omit<typeof releasedTown.$inferSelect, 'town'>

const total = (column: SQLWrapper) => sql<number>`sum(${column})::float8`
const quarterOfDay = (day: typeof usageDay.day | typeof usageHour.day) =>
  sql<string>`to_char(${day}, 'YYYY"-Q"Q')`

/** Writes what the Region may know of the town this transaction stands in, in place of what it knew before. The roll-up must be up to date. */
export async function releaseTown(tx: TenantTransaction, facts: ReleasedTown): Promise<void> {
  const { tenantId: town } = tx
  const [quarters, weeks, hours] = await Promise.all([
    listQuarterSums(tx),
    listWeekSums(tx),
    listHourSums(tx),
  ])
  await tx.delete(townHour).where(eq(townHour.town, town))
  await tx.delete(townWeek).where(eq(townWeek.town, town))
  await tx.delete(townQuarter).where(eq(townQuarter.town, town))
  await tx.delete(releasedTown).where(eq(releasedTown.town, town))
  await tx.insert(releasedTown).values({ town, ...facts })
  await insertAll(
    tx,
    townQuarter,
    quarters.map((row) => ({ town, ...row })),
  )
  await insertAll(
    tx,
    townWeek,
    weeks.map((row) => ({ town, ...row })),
  )
  await insertAll(
    tx,
    townHour,
    hours.map((row) => ({ town, ...row })),
  )
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
  await db.transaction(async (tx) => {
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
    await tx.delete(edition)
    await insertAll(tx, regionQuarter, quarters)
    await insertAll(tx, regionWeek, weeks)
    await insertAll(tx, regionHour, hours)
    await tx.insert(edition).values({ name: 'usage', publishedAt, lastDay, isSample })
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
