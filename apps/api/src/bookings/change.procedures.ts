import { z } from 'zod'
import { day, language, time, uuid, why } from '../inputs.ts'
import { citizenProcedure, deskProcedure } from '../procedures.ts'
import { answerLeave, answerMove, answerRepeat, answerStay } from './answer-change.ts'

const which = z.object({ bookingId: uuid, language })
const keyed = which.extend({ idempotencyKey: uuid })
const moved = keyed.extend({ day, from: time, to: time })
const repeated = keyed.extend({ weeks: z.int().min(1).max(8), mode: z.enum(['each', 'all']) })
const deskDoor = deskProcedure('front-desk', 'operator', 'manager')

export const moveProcedure = citizenProcedure.input(moved).mutation(({ ctx, input }) => {
  const { bookingId, idempotencyKey, language: reader, ...asked } = input
  return answerMove(
    ctx,
    { bookingId, idempotencyKey, asked, by: { holderId: ctx.citizen.person.id } },
    reader,
  )
})

export const deskMoveProcedure = deskDoor.input(moved.extend({ why })).mutation(({ ctx, input }) => {
  const { bookingId, idempotencyKey, language: reader, why: reason, ...asked } = input
  const by = { staffId: ctx.staff.person.id, why: reason }
  return answerMove(ctx, { bookingId, idempotencyKey, asked, by }, reader)
})

export const leaveEarlyProcedure = citizenProcedure
  .input(which)
  .mutation(({ ctx, input: { bookingId, language: reader } }) =>
    answerLeave(ctx, { bookingId, by: { holderId: ctx.citizen.person.id } }, reader),
  )

export const deskLeaveEarlyProcedure = deskDoor
  .input(which)
  .mutation(({ ctx, input: { bookingId, language: reader } }) =>
    answerLeave(ctx, { bookingId, by: { staffId: ctx.staff.person.id, why: null } }, reader),
  )

export const stayLongerProcedure = citizenProcedure
  .input(keyed)
  .mutation(({ ctx, input: { language: reader, ...asked } }) =>
    answerStay(ctx, { ...asked, by: { holderId: ctx.citizen.person.id } }, reader),
  )

export const deskStayLongerProcedure = deskDoor
  .input(keyed)
  .mutation(({ ctx, input: { language: reader, ...asked } }) =>
    answerStay(ctx, { ...asked, by: { staffId: ctx.staff.person.id, why: null } }, reader),
  )

export const repeatProcedure = citizenProcedure
  .input(repeated)
  .mutation(({ ctx, input: { language: reader, ...asked } }) => {
    const { id } = ctx.citizen.person
    return answerRepeat(ctx, { ...asked, holderId: id, requestedBy: id, channel: 'web' }, reader)
  })

export const deskRepeatProcedure = deskDoor
  .input(repeated)
  .mutation(({ ctx, input: { language: reader, ...asked } }) =>
    answerRepeat(
      ctx,
      { ...asked, holderId: undefined, requestedBy: ctx.staff.person.id, channel: 'desk' },
      reader,
    ),
  )
