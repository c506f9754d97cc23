import { z } from 'zod'
import { answerBooking } from './answer-booking.ts'
import { bookingInput, uuid } from '../inputs.ts'
import { deskProcedure } from '../procedures.ts'

/** The counter and the telephone: the same rules and the same clock as at home. */
export const bookForProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(bookingInput.extend({ personId: uuid, channel: z.enum(['desk', 'phone']) }))
  .mutation(({ ctx, input }) => {
    const { personId, channel, poolId, day, from, to, unitId, idempotencyKey, language } = input
    return answerBooking(ctx, {
      poolId,
      personId,
      requestedBy: ctx.staff.person.id,
      channel,
      asked: { day, from, to },
      wantedUnitId: unitId,
      idempotencyKey,
      facts: {},
      language,
    })
  })
