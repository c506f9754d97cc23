import { z } from 'zod'
import { withTenant } from '@officine/db/with-tenant'
import type { DecidedChange } from '@officine/db/opening-changes'
import type { Language } from '@officine/tenants/tenant-config'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import { townLanguage } from '../inputs.ts'
import { personFacts } from './booking-facts.ts'
import { dayText, instantText, periodText, spokenOf } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { whatIsFree } from './what-is-free.ts'
import { openProcedure } from '../procedures.ts'
import { closedText, noticeText } from '../closed-text.ts'
import { readChanges } from '../opening-of-pool.ts'
import { textIn } from '../town.ts'
import type { Town } from '../town.ts'
import { daysLookedAhead, openingAt, siteChangesOn } from './opening.ts'
import { upcomingChanges } from './upcoming-changes.ts'

/** What is true now: open or shut, free or full. */
export const nowProcedure = openProcedure
  .input(z.object({ language: townLanguage }).prefault({}))
  .query(async ({ ctx: { db, town, signedIn, now }, input }) => {
    const today = localDayOf(now)
    const seats = town.pools.filter(({ pool }) => pool.kind === 'seats')
    const me = signedIn && { personId: signedIn.person.id, facts: personFacts(signedIn.person) }
    const [decided, days] = await withTenant(db, town.id, (tx) =>
      Promise.all([
        readChanges(tx, today, daysLookedAhead + 1),
        Promise.all(
          seats.map(async (pool) => ({
            pool,
            day: (await whatIsFree(tx, { pool, from: today, days: 1, me, now }))[0],
          })),
        ),
      ]),
    )
    return {
      today,
      nowLabel: instantText(now, spokenOf(input.language)),
      ...said(town, decided, now, input.language),
      pools: days.flatMap(({ pool, day }) => {
        // The cell in progress, or the next of today: what somebody who stands at the door can still use.
        const cell = day?.cells.find(({ endsAt }) => endsAt > now)
        if (cell === undefined) return []
        const { free, capacity, heldForReserves, takenUnitIds } = cell
        const isNow = cell.startsAt <= now
        return [
          {
            poolId: pool.poolId,
            name: textIn(pool.presentation.name, input.language),
            free,
            capacity,
            heldForReserves,
            isNow,
            from: cell.from,
            until: cell.to,
            timeLabel: periodText(cell.from, cell.to),
            units: pool.places.map(({ unitId, label }) => ({
              label,
              isFree: !takenUnitIds.includes(unitId),
            })),
          },
        ]
      }),
    }
  })

function said(town: Town, decided: readonly DecidedChange[], now: Date, townLanguage: Language) {
  const language = spokenOf(townLanguage)
  const { config } = town
  const [site] = config.sites
  // A site whose hours nobody has published is neither open nor shut.
  if (site === undefined || site.openingHours.length === 0)
    return { isOpen: false, openingHours: [], upcomingClosures: [] }
  const hours = { config, site, decided }
  const { isOpen, closesAt, next, closedToday } = openingAt(hours, now)
  const today = localDayOf(now)
  return {
    isOpen,
    closesAt: closesAt?.replace(/^0/, ''),
    nextOpening: next && instantText(instantOf(next.day, next.at), language),
    closedBecause: closedToday && closedText(town, today, closedToday, townLanguage),
    /** What is unusual about today, open as it is. */
    noticeToday: closedToday
      ? undefined
      : noticeText({ changes: siteChangesOn(hours, today) }, today, townLanguage),
    openingHours: site.openingHours.map(({ days, periods }) => ({
      days: daysText(days, language),
      hours: periods.map(([from, to]) => periodText(from, to)),
    })),
    upcomingClosures: upcomingChanges(town, hours, today, townLanguage),
  }
}

/** `da lunedì a venerdì`, or the days one by one when they do not follow each other. */
function daysText(days: readonly number[], language: TextLanguage): string {
  // 2024-01-01 was a Monday: a week from which to read the names.
  const name = (weekday: number) => dayText(addDays('2023-12-31', weekday), language).split(/[ ,]/)[0] ?? ''
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  const isRun = days.length > 2 && days.every((weekday, at) => weekday === first + at)
  if (!isRun) return days.map(name).join(', ')
  return language === 'it' ? `da ${name(first)} a ${name(last)}` : `${name(first)} to ${name(last)}`
}
