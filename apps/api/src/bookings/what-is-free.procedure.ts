import { z } from 'zod'
import { withTenant } from '@officine/db/with-tenant'
import { openProcedure, notFound } from '../procedures.ts'
import { findPool } from '../town.ts'
import { closedText, noticeText } from '../closed-text.ts'
import { personFacts } from './booking-facts.ts'
import { day, language, uuid } from '../inputs.ts'
import { dayText, shortDayText } from '../local-text.ts'
import { slotView, whatIsFree } from './what-is-free.ts'

export const whatIsFreeProcedure = openProcedure
  .input(z.object({ poolId: uuid, from: day, days: z.int().min(1).max(14), language }))
  .query(async ({ ctx: { db, town, signedIn, now }, input }) => {
    const pool = findPool(town, input.poolId)
    if (pool === undefined) throw notFound('pool')
    const me = signedIn && { personId: signedIn.person.id, facts: personFacts(signedIn.person) }
    const days = await withTenant(db, town.id, (tx) =>
      whatIsFree(tx, { pool, from: input.from, days: input.days, me, now }),
    )
    return {
      poolId: pool.poolId,
      days: days.map(({ day: date, closedBecause, pool: open, cells }) => ({
        day: date,
        label: dayText(date, input.language),
        shortLabel: shortDayText(date, input.language),
        dayNumber: String(Number(date.slice(8))),
        closedBecause: closedBecause && closedText(town, date, closedBecause, input.language),
        /** What is unusual about the day: shorter hours, a closure of some of them. */
        notice: closedBecause ? undefined : noticeText(open, date, input.language),
        slots: cells.map((cell) => slotView(date, cell, input.language)),
      })),
    }
  })
