import { citizenProcedure } from '../procedures.ts'
import { answerBooking } from './answer-booking.ts'
import { personFacts } from './booking-facts.ts'
import { togetherInput, wantedOf } from './together-input.ts'

export const bookProcedure = citizenProcedure.input(togetherInput).mutation(({ ctx, input }) =>
  answerBooking(ctx, {
    ...wantedOf(input),
    poolId: input.poolId,
    personId: ctx.citizen.person.id,
    requestedBy: ctx.citizen.person.id,
    channel: 'web',
    facts: personFacts(ctx.citizen.person),
  }),
)
