import { z } from 'zod'
import { answerBooking } from './answer-booking.ts'
import { uuid } from '../inputs.ts'
import { deskProcedure } from '../procedures.ts'
import { togetherInput, wantedOf } from './together-input.ts'

/** The counter and the telephone: the same rules and the same clock as at home. */
export const bookForProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(togetherInput.extend({ personId: uuid, channel: z.enum(['desk', 'phone']) }))
  .mutation(({ ctx, input }) =>
    answerBooking(ctx, {
      ...wantedOf(input),
      poolId: input.poolId,
      personId: input.personId,
      requestedBy: ctx.staff.person.id,
      channel: input.channel,
      facts: {},
    }),
  )
