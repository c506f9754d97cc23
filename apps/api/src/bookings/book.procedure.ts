import { citizenProcedure } from '../procedures.ts'
import { answerBooking } from './answer-booking.ts'
import { personFacts } from './book.ts'
import { bookingInput } from '../inputs.ts'

export const bookProcedure = citizenProcedure.input(bookingInput).mutation(({ ctx, input }) => {
  const { poolId, day, from, to, unitId, idempotencyKey, language } = input
  return answerBooking(ctx, {
    poolId,
    personId: ctx.citizen.person.id,
    requestedBy: ctx.citizen.person.id,
    channel: 'web',
    asked: { day, from, to },
    wantedUnitId: unitId,
    idempotencyKey,
    facts: personFacts(ctx.citizen.person),
    language,
  })
})
