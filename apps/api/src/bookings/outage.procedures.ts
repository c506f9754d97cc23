import { z } from 'zod'
import { insertAuditEvent } from '@officine/db/audit'
import type { PlaceHolder } from '@officine/db/booking-places'
import { newId } from '@officine/db/new-id'
import { closeOutage, listOutagesInForce } from '@officine/db/outages'
import { withTenant } from '@officine/db/with-tenant'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { spacedCode } from '../booking-view.ts'
import { day, language, uuid, why } from '../inputs.ts'
import { dayText, instantText, periodText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { deskProcedure, notFound } from '../procedures.ts'
import type { Town } from '../town.ts'
import { atCurrentTown } from './at-current-town.ts'
import { unitOutOfOrder } from './unit-out-of-order.ts'

const deskDoor = deskProcedure('front-desk', 'operator', 'manager')

export const unitOutOfOrderProcedure = deskDoor
  .input(z.object({ unitId: uuid, fromDay: day, toDay: day, why, language }))
  .mutation(async ({ ctx, input }) => {
    const { language: reader, ...asked } = input
    const { town, outcome } = await atCurrentTown(ctx, (current) =>
      unitOutOfOrder(ctx.db, { ...asked, town: current, staffId: ctx.staff.person.id, now: ctx.now }),
    )
    if (!outcome.declared) return outcome
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

export const outagesProcedure = deskDoor
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town, now }, input }) => {
    const rows = await withTenant(db, town.id, (tx) => listOutagesInForce(tx, now))
    return rows.map(({ id, poolId, unitId, label, startsAt, endsAt, because }) => ({
      outageId: id,
      poolId,
      unitId,
      unitLabel: label,
      fromLabel: instantText(startsAt, input.language),
      toLabel: instantText(endsAt, input.language),
      because,
      isNow: startsAt <= now,
    }))
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
    code: spacedCode(code),
    timeLabel: `${dayText(holder.day, language)}, ${hours}`,
  }
}

function labelOf({ pools }: Town, unitId: string): string {
  return pools.flatMap(({ places }) => places).find((place) => place.unitId === unitId)?.label ?? ''
}
