import { z } from 'zod'
import { withTenant } from '@officine/db/with-tenant'
import { bookingView } from '../booking-view.ts'
import type { Context } from '../context.ts'
import { excuseKind, language, uuid, why } from '../inputs.ts'
import type { TextLanguage } from '../local-text.ts'
import { citizenProcedure, deskProcedure, notFound } from '../procedures.ts'
import { excuseAbsence, excuseRefusalView } from './excuse.ts'
import type { Excuse } from './excuse.ts'

const excused = z.object({ bookingId: uuid, because: excuseKind, language })

/** The holder says why they could not come. */
export const excuseProcedure = citizenProcedure.input(excused).mutation(({ ctx, input }) => {
  const { bookingId, because, language: reader } = input
  const by = { holderId: ctx.citizen.person.id }
  return answer(ctx, { bookingId, because, by, isLateAllowed: false }, reader)
})

/** The desk writes down what somebody says at the counter or over the telephone. Once the days are over, a manager alone. */
export const deskExcuseProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(excused.extend({ why }))
  .mutation(({ ctx, input }) => {
    const { bookingId, because, why: reason, language: reader } = input
    const by = { staffId: ctx.staff.person.id, why: reason }
    const isLateAllowed = ctx.staff.roles.includes('manager')
    return answer(ctx, { bookingId, because, by, isLateAllowed }, reader)
  })

async function answer(
  { db, town, now }: Pick<Context, 'db' | 'town' | 'now'>,
  asked: Omit<Excuse, 'town' | 'now'>,
  reader: TextLanguage,
) {
  const outcome = await withTenant(db, town.id, (tx) => excuseAbsence(tx, { ...asked, town, now }))
  if (outcome === undefined) throw notFound('booking')
  return outcome.excused
    ? { excused: true as const, booking: bookingView(outcome.record, town, reader, now) }
    : { excused: false as const, refusal: excuseRefusalView(outcome.refusal, reader) }
}
