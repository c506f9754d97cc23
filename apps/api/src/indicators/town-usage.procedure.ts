import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { Database } from '@officine/db/database'
import {
  findReleasedTown,
  listHoursOf,
  listQuartersOf,
  listRevisions,
  listWeeksOf,
} from '@officine/db/read-released'
import { addDays } from '@officine/domain/calendar/local-day'
import { firstDayOf, isQuarter, lastDayOf } from '@officine/domain/usage/quarter'
import type { Quarter } from '@officine/domain/usage/quarter'
import { regioneProcedure } from '../regione-procedures.ts'
import { finality } from './finality.ts'
import { findShownEdition } from './find-shown-edition.ts'
import { percentOf } from './percent-of.ts'
import { quarterInput } from './quarter-input.ts'

/** How one town's public places were used: by quarter since it opened, by week and by weekday and hour in the quarter asked for, seats and rooms apart. */
export const townUsageProcedure = regioneProcedure
  .input(z.object({ town: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/), quarter: quarterInput.optional() }))
  .query(async ({ ctx: { released, isDevelopment }, input }) => {
    const [edition, town, all] = await Promise.all([
      findShownEdition(released, isDevelopment),
      findReleasedTown(released, input.town),
      listQuartersOf(released, input.town),
    ])
    if (edition === undefined || town === undefined)
      throw new TRPCError({ code: 'NOT_FOUND', message: 'No such town in what is released.' })
    const known = [...new Set(all.map(({ quarter }) => quarter))].filter(isQuarter)
    const isWhole = (one: Quarter) => lastDayOf(one) <= edition.lastDay
    const quarter = input.quarter ?? known.find(isWhole) ?? known[0]
    const revisions =
      quarter === undefined
        ? []
        : (await listRevisions(released, 'seats', quarter)).filter(({ town: of }) => of === input.town)
    const kinds = (['seats', 'room'] as const).filter((kind) => all.some((row) => row.kind === kind))
    return {
      name: town.name,
      seats: town.seats,
      rooms: town.rooms,
      firstDay: town.firstDay,
      isSample: edition.isSample,
      quarter: quarter && {
        quarter,
        isWhole: isWhole(quarter),
        lastDay: isWhole(quarter) ? lastDayOf(quarter) : edition.lastDay,
        ...finality(quarter, edition.lastDay, revisions),
      },
      quarters: known.map((one) => ({ quarter: one, isWhole: isWhole(one) })),
      kinds:
        quarter === undefined
          ? []
          : await Promise.all(
              kinds.map(async (kind) => ({
                kind,
                quarters: all
                  .filter((row) => row.kind === kind)
                  .map((row) => ({
                    quarter: row.quarter,
                    places: row.places,
                    bookings: row.bookings,
                    peoplePresent: row.peoplePresent,
                    occupancy: percentOf(row),
                  })),
                ...(await readDetail(released, input.town, kind, { quarter, lastDay: edition.lastDay })),
              })),
            ),
    }
  })

async function readDetail(
  released: Database,
  town: string,
  kind: 'seats' | 'room',
  { quarter, lastDay }: { readonly quarter: Quarter; readonly lastDay: string },
) {
  const [hours, weeks] = await Promise.all([
    listHoursOf(released, town, kind, quarter),
    listWeeksOf(released, town, kind, firstDayOf(quarter), addDays(lastDayOf(quarter), -6)),
  ])
  return {
    hours: hours.map((row) => ({ weekday: row.weekday, hour: row.hour, percent: percentOf(row) ?? 0 })),
    weeks: weeks
      .filter(({ week }) => addDays(week, 6) <= lastDay)
      .map((row) => ({ week: row.week, peoplePresent: row.peoplePresent, occupancy: percentOf(row) })),
  }
}
