import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { findPerson } from '@officine/db/people'
import { withTenant } from '@officine/db/with-tenant'
import { isTownRule } from '@officine/domain/booking/town-rule'
import { answerBooking } from './answer-booking.ts'
import { uuid, why } from '../inputs.ts'
import { assertNotOwn } from '../own-record.ts'
import { deskProcedure } from '../procedures.ts'
import { togetherInput, wantedOf } from './together-input.ts'

const bookForInput = togetherInput.extend({
  personId: uuid,
  channel: z.enum(['desk', 'phone']),
  override: z.object({ why }).optional(),
})

/** The counter and the telephone: the same rules and the same clock as at home. A manager may set a rule of the town aside, with a reason. */
export const bookForProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(bookForInput)
  .mutation(async ({ ctx, input }) => {
    const { override } = input
    if (override !== undefined && !ctx.staff.roles.includes('manager'))
      throw new TRPCError({
        code: 'FORBIDDEN',
        message: 'Setting a rule aside needs a manager of this town.',
      })
    // Under the rules anybody may; past them only for others. An old id of theirs, merged since, is theirs too.
    if (override !== undefined) {
      const standing = await withTenant(ctx.db, ctx.town.id, (tx) => findPerson(tx, input.personId))
      if (standing !== undefined) assertNotOwn(ctx.staff.person.id, standing.id)
    }
    const answer = await answerBooking(ctx, {
      ...wantedOf(input),
      ...(override !== undefined && { override }),
      poolId: input.poolId,
      personId: input.personId,
      requestedBy: ctx.staff.person.id,
      channel: input.channel,
      facts: {},
    })
    // A rule of the town, which who answers for it may set aside: the screen says so, and asks for the reason.
    return answer.booked ? answer : { ...answer, canBeSetAside: isTownRule(answer.refusal.reason) }
  })
