import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import { listHoldersOfUnit } from '@officine/db/booking-places'
import type { PlaceHolder } from '@officine/db/booking-places'
import { newId } from '@officine/db/new-id'
import { closeOutage, listOutagesInForce } from '@officine/db/outages'
import { withTenant } from '@officine/db/with-tenant'
import { addDays } from '@officine/domain/calendar/local-day'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { spacedCode } from '../booking-view.ts'
import { day, language, uuid, why } from '../inputs.ts'
import { dayText, periodText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import { textIn } from '../town.ts'
import type { Town } from '../town.ts'
import { atCurrentTown } from './at-current-town.ts'
import { unitOutOfOrder, whyNotMoved } from './unit-out-of-order.ts'

const deskDoor = deskProcedure('front-desk', 'operator', 'manager')

export const unitOutOfOrderProcedure = deskDoor
  .input(z.object({ unitId: uuid, fromDay: day, toDay: day, why, language }))
  .mutation(async ({ ctx, input }) => {
    const { language: reader, ...asked } = input
    const { town, outcome } = await atCurrentTown(ctx, (current) =>
      unitOutOfOrder(ctx.db, { ...asked, town: current, staffId: ctx.staff.person.id, now: ctx.now }),
    )
    if (!outcome.declared) {
      const { refusal } = outcome
      return refusal.reason === 'already-out'
        ? { ...outcome, refusal: { reason: refusal.reason, untilLabel: lastDayText(refusal.until, reader) } }
        : { ...outcome, refusal }
    }
    const { outageId, reassigned, toDecide } = outcome
    return {
      declared: true as const,
      outageId,
      reassigned: reassigned.map(({ toUnitId, ...holder }) => ({
        ...holderView(holder, reader),
        from: labelOf(town, input.unitId),
        to: labelOf(town, toUnitId),
      })),
      toDecide: toDecide.map(({ because, ...holder }) => ({ ...holderView(holder, reader), because })),
    }
  })

/** Every place with what is out of order now and ahead, and whose bookings are still there: they wait for somebody to decide. */
export const outagesProcedure = deskDoor
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town, now }, input }) => {
    const inForce = await withTenant(db, town.id, async (tx) => {
      const outages = await listOutagesInForce(tx, now)
      const withHolders = []
      for (const outage of outages) {
        const from = outage.startsAt < now ? now : outage.startsAt
        withHolders.push({
          ...outage,
          holders: await listHoldersOfUnit(tx, outage.unitId, from, outage.endsAt),
        })
      }
      return withHolders
    })
    return {
      today: localDayOf(now),
      pools: town.pools.map(({ poolId, presentation, places }) => ({
        poolId,
        name: textIn(presentation.name, input.language),
        places: places.map(({ unitId, label, isAccessible }) => ({
          unitId,
          label,
          isAccessible,
          outages: inForce
            .filter((outage) => outage.unitId === unitId)
            .map(({ id, startsAt, endsAt, because, holders }) => ({
              outageId: id,
              fromDayLabel: dayText(localDayOf(startsAt), input.language),
              toDayLabel: lastDayText(endsAt, input.language),
              because,
              isNow: startsAt <= now,
              toDecide: holders.map((holder) => ({
                ...holderView(holder, input.language),
                because: whyNotMoved(holder),
              })),
            })),
        })),
      })),
    }
  })

export const unitBackInOrderProcedure = deskDoor
  .input(z.object({ outageId: uuid }))
  .mutation(({ ctx: { db, town, staff, now }, input: { outageId } }) =>
    withTenant(db, town.id, async (tx) => {
      if (!(await closeOutage(tx, outageId, now))) throw notFound('outage')
      await insertAuditEvent(tx, {
        id: newId(now),
        at: now,
        actorId: staff.person.id,
        action: 'unit.back-in-order',
        subjectId: outageId,
      })
      return { ended: true as const }
    }),
  )

function holderView(holder: PlaceHolder, language: TextLanguage) {
  const { bookingId, personId, givenName, familyName, code, startsAt, endsAt } = holder
  const hours = periodText(localTimeOf(startsAt), localTimeOf(endsAt))
  return {
    bookingId,
    personId,
    personName: `${givenName} ${familyName}`,
    day: holder.day,
    code: spacedCode(code),
    timeLabel: `${dayText(holder.day, language)}, ${hours}`,
  }
}

/** The last whole day before an outage ends: it ends when the day after begins. */
function lastDayText(endsAt: Date, language: TextLanguage): string {
  return dayText(addDays(localDayOf(endsAt), -1), language)
}

function labelOf({ pools }: Town, unitId: string): string {
  return pools.flatMap(({ places }) => places).find((place) => place.unitId === unitId)?.label ?? ''
}
