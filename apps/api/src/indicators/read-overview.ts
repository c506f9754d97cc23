import type { Database } from '@officine/db/database'
import {
  listRegionHours,
  listRegionQuarters,
  listRegionWeeks,
  listRevisions,
  listTownsInQuarter,
} from '@officine/db/read-released'
import { addDays } from '@officine/domain/calendar/local-day'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { firstDayOf, isQuarter, lastDayOf, quarterBefore, quarterOf } from '@officine/domain/usage/quarter'
import type { Quarter } from '@officine/domain/usage/quarter'
import { dueDayOf } from '@officine/domain/usage/release-night'
import { findShownEdition } from './find-shown-edition.ts'
import { finality } from './finality.ts'
import { percentOf } from './percent-of.ts'

/** What the overview shows of one quarter, all of it sums that are released; undefined before the first edition. Without a quarter, the last one that is whole. */
export async function readOverview(
  { released, isDevelopment }: { readonly released: Database; readonly isDevelopment: boolean },
  asked: Quarter | undefined,
  now: Date,
) {
  // The usual answer, guessed, so that what depends on it travels in the same round trip.
  const guessed = asked ?? quarterBefore(quarterOf(localDayOf(now)))
  const [edition, quarters, first] = await Promise.all([
    findShownEdition(released, isDevelopment),
    listRegionQuarters(released, 'seats'),
    readQuarter(released, guessed),
  ])
  if (edition === undefined) return undefined
  const known = quarters.flatMap((row) => (isQuarter(row.quarter) ? [{ ...row, quarter: row.quarter }] : []))
  const isWhole = (quarter: Quarter) => lastDayOf(quarter) <= edition.lastDay
  const quarter = asked ?? known.find((row) => isWhole(row.quarter))?.quarter ?? known[0]?.quarter ?? guessed
  const { towns, hours, weeks, revisions } =
    quarter === guessed ? first : await readQuarter(released, quarter)

  const sums = known.find((row) => row.quarter === quarter)
  const earlier = known.find((row) => row.quarter === quarterBefore(quarter))
  // A quarter in progress, or the first one, whose beginning is when the towns opened, compares with nothing.
  const isComparable = isWhole(quarter) && earlier !== undefined && known.at(-1)?.quarter !== earlier.quarter
  return {
    edition: {
      lastDay: edition.lastDay,
      publishedOn: localDayOf(edition.publishedAt),
      isSample: edition.isSample,
      isLate: edition.lastDay < dueDayOf(now),
    },
    quarters: known.map((row) => ({ quarter: row.quarter, isWhole: isWhole(row.quarter) })),
    quarter: {
      quarter,
      firstDay: firstDayOf(quarter),
      lastDay: isWhole(quarter) ? lastDayOf(quarter) : edition.lastDay,
      isWhole: isWhole(quarter),
      ...finality(quarter, edition.lastDay, revisions),
    },
    figures: figuresOf(sums),
    before: isComparable ? figuresOf(earlier) : undefined,
    towns: towns.map(({ minutesOffered, minutesBooked, presentBefore, ...town }) => ({
      ...town,
      peoplePresent: town.peoplePresent ?? 0,
      bookings: town.bookings ?? 0,
      occupancy:
        minutesOffered === null || minutesBooked === null
          ? undefined
          : percentOf({ minutesOffered, minutesBooked }),
      presentBefore: isComparable ? (presentBefore ?? undefined) : undefined,
    })),
    hours: hours.map((row) => ({ weekday: row.weekday, hour: row.hour, percent: percentOf(row) ?? 0 })),
    // Whole weeks only: the line must not fall because a week is not over.
    weeks: weeks
      .filter(({ week }) => addDays(week, 6) <= edition.lastDay)
      .map((row) => ({ week: row.week, peoplePresent: row.peoplePresent, occupancy: percentOf(row) })),
  }
}

function readQuarter(released: Database, quarter: Quarter) {
  return Promise.all([
    listTownsInQuarter(released, 'seats', quarter, quarterBefore(quarter)),
    listRegionHours(released, 'seats', quarter),
    listRegionWeeks(released, 'seats', firstDayOf(quarter), addDays(lastDayOf(quarter), -6)),
    listRevisions(released, 'seats', quarter),
  ]).then(([towns, hours, weeks, revisions]) => ({ towns, hours, weeks, revisions }))
}

type Sums = Awaited<ReturnType<typeof listRegionQuarters>>[number]

function figuresOf(sums: Sums | undefined) {
  return {
    towns: sums?.towns ?? 0,
    places: sums?.places ?? 0,
    peoplePresent: sums?.peoplePresent ?? 0,
    bookings: sums?.bookings ?? 0,
    occupancy: sums && percentOf(sums),
  }
}
