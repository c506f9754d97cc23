import { z } from 'zod'
import { findWait } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import type { Context } from '../../context.ts'
import { uuid } from '../../inputs.ts'
import { citizenProcedure, deskProcedure } from '../../procedures.ts'
import { companionsAt, findBookablePool } from '../answer-booking.ts'
import { atCurrentTown } from '../at-current-town.ts'
import type { Book } from '../book.ts'
import { togetherInput, wantedOf } from '../together-input.ts'
import { standingOf, waitRefusalView, waitView } from './wait-view.ts'
import { waitFor } from './wait-for.ts'

/** On the list of the wish that was refused: asked for exactly as a booking is. */
export const waitForProcedure = citizenProcedure.input(togetherInput).mutation(({ ctx, input }) =>
  answerWait(ctx, input, {
    personId: ctx.citizen.person.id,
    requestedBy: ctx.citizen.person.id,
    channel: 'web',
  }),
)

/** For who stands at the counter or is on the telephone: the same list, the same rules and the same clock. */
export const deskWaitForProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(togetherInput.extend({ personId: uuid, channel: z.enum(['desk', 'phone']) }))
  .mutation(({ ctx, input }) =>
    answerWait(ctx, input, {
      personId: input.personId,
      requestedBy: ctx.staff.person.id,
      channel: input.channel,
    }),
  )

async function answerWait(
  ctx: Pick<Context, 'db' | 'town' | 'towns' | 'now'>,
  input: z.output<typeof togetherInput>,
  who: Pick<Book, 'personId' | 'requestedBy' | 'channel'>,
) {
  const { db, now } = ctx
  const { language, companions, ...asked } = wantedOf(input)
  const { town, outcome } = await atCurrentTown(ctx, (current) =>
    waitFor(db, {
      ...asked,
      ...who,
      town: current,
      pool: findBookablePool(current, input.poolId, input.unitId),
      companions: companionsAt(current, companions),
      now,
    }),
  )
  if (!outcome.waits)
    return { waits: false as const, refusal: waitRefusalView(outcome.refusal, town, language) }
  const wait = await withTenant(db, town.id, async (tx) => {
    const record = await findWait(tx, outcome.waitId)
    const [standing] = record === undefined ? [] : await standingOf(tx, town, [record], now)
    if (standing === undefined) throw new Error('A wait just made is not there')
    return waitView(standing, town, language, now)
  })
  return { waits: true as const, wait }
}
