import { and, asc, desc, eq, gte, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { PublicKind } from '@officine/domain/usage/count-usage'
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

/** The last edition; undefined before the first. */
export async function findEdition(db: Database) {
  const [row] = await db.select().from(edition).prepare('find_edition').execute()
  return row
}

/** Sums over the towns for every quarter released, the latest first. */
export async function listRegionQuarters(db: Database, kind: PublicKind) {
  return db
    .select()
    .from(regionQuarter)
    .where(eq(regionQuarter.kind, kind))
    .orderBy(desc(regionQuarter.quarter))
    .prepare('list_region_quarters')
    .execute()
}

const earlier = alias(townQuarter, 'earlier')

/**
 * Every town of the last edition, by name, with one quarter of its public places of this kind and who came in another; null where it had none.
 * One statement and no column more than is shown: of four hundred towns, what is read is what it costs.
 */
export async function listTownsInQuarter(
  db: Database,
  kind: PublicKind,
  quarter: string,
  quarterBefore: string,
) {
  return db
    .select({
      town: releasedTown.town,
      name: releasedTown.name,
      municipio: releasedTown.municipio,
      latitude: releasedTown.latitude,
      longitude: releasedTown.longitude,
      seats: releasedTown.seats,
      bookings: townQuarter.bookings,
      peoplePresent: townQuarter.peoplePresent,
      minutesOffered: townQuarter.minutesOffered,
      minutesBooked: townQuarter.minutesBooked,
      presentBefore: earlier.peoplePresent,
    })
    .from(releasedTown)
    .leftJoin(
      townQuarter,
      and(
        eq(townQuarter.town, releasedTown.town),
        eq(townQuarter.kind, kind),
        eq(townQuarter.quarter, quarter),
      ),
    )
    .leftJoin(
      earlier,
      and(eq(earlier.town, releasedTown.town), eq(earlier.kind, kind), eq(earlier.quarter, quarterBefore)),
    )
    .orderBy(asc(releasedTown.name))
    .prepare('list_towns_in_quarter')
    .execute()
}

/** Sums over the towns by weekday and hour of one quarter. */
export async function listRegionHours(db: Database, kind: PublicKind, quarter: string) {
  return db
    .select()
    .from(regionHour)
    .where(and(eq(regionHour.kind, kind), eq(regionHour.quarter, quarter)))
    .orderBy(asc(regionHour.weekday), asc(regionHour.hour))
    .prepare('list_region_hours')
    .execute()
}

/** Sums over the towns by week, for the weeks that begin between two days, both included. */
export async function listRegionWeeks(db: Database, kind: PublicKind, from: LocalDay, to: LocalDay) {
  return db
    .select()
    .from(regionWeek)
    .where(and(eq(regionWeek.kind, kind), gte(regionWeek.week, from), lte(regionWeek.week, to)))
    .orderBy(asc(regionWeek.week))
    .prepare('list_region_weeks')
    .execute()
}

/** A released town; undefined for one that was never released. */
export async function findReleasedTown(db: Database, town: string) {
  const [row] = await db.select().from(releasedTown).where(eq(releasedTown.town, town))
  return row
}

/** Every quarter of one town, the latest first. */
export async function listQuartersOf(db: Database, town: string) {
  return db.select().from(townQuarter).where(eq(townQuarter.town, town)).orderBy(desc(townQuarter.quarter))
}

/** One quarter of one town, by weekday and hour. */
export async function listHoursOf(db: Database, town: string, kind: PublicKind, quarter: string) {
  return db
    .select()
    .from(townHour)
    .where(and(eq(townHour.town, town), eq(townHour.kind, kind), eq(townHour.quarter, quarter)))
    .orderBy(asc(townHour.weekday), asc(townHour.hour))
}

/** One town by week, for the weeks that begin between two days, both included. */
export async function listWeeksOf(
  db: Database,
  town: string,
  kind: PublicKind,
  from: LocalDay,
  to: LocalDay,
) {
  return db
    .select()
    .from(townWeek)
    .where(
      and(eq(townWeek.town, town), eq(townWeek.kind, kind), gte(townWeek.week, from), lte(townWeek.week, to)),
    )
    .orderBy(asc(townWeek.week))
}

/** What was revised in a quarter after it was closed, the latest first. */
export async function listRevisions(db: Database, kind: PublicKind, quarter: string) {
  return db
    .select()
    .from(revision)
    .where(and(eq(revision.kind, kind), eq(revision.quarter, quarter)))
    .orderBy(desc(revision.revisedAt))
    .prepare('list_revisions')
    .execute()
}
