import { z } from 'zod'
import { findBooking } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { bookingView } from '../../booking-view.ts'
import type { Context } from '../../context.ts'
import { language, uuid } from '../../inputs.ts'
import type { TextLanguage } from '../../local-text.ts'
import { citizenProcedure, deskProcedure, notFound } from '../../procedures.ts'
import type { ChangedBy } from '../change-booking.ts'
import { acceptOffer, declineOffer } from './answer-offer.ts'
import type { AnswerOffer, OfferAnswer } from './answer-offer.ts'

const input = z.object({ bookingId: uuid, language })
const atTheDesk = deskProcedure('front-desk', 'operator', 'manager').input(input)
const byThemselves = citizenProcedure.input(input)

/** A button, never a link alone: programs that scan mail follow links. */
export const acceptOfferProcedure = byThemselves.mutation(({ ctx, input: asked }) =>
  answer(ctx, asked, { holderId: ctx.citizen.person.id }, acceptOffer),
)

export const declineOfferProcedure = byThemselves.mutation(({ ctx, input: asked }) =>
  answer(ctx, asked, { holderId: ctx.citizen.person.id }, declineOffer),
)

/** What somebody said over the telephone; who wrote it down stays told. */
export const deskAcceptOfferProcedure = atTheDesk.mutation(({ ctx, input: asked }) =>
  answer(ctx, asked, { staffId: ctx.staff.person.id, why: null }, acceptOffer),
)

export const deskDeclineOfferProcedure = atTheDesk.mutation(({ ctx, input: asked }) =>
  answer(ctx, asked, { staffId: ctx.staff.person.id, why: null }, declineOffer),
)

async function answer(
  { db, town, now }: Pick<Context, 'db' | 'town' | 'now'>,
  asked: { readonly bookingId: string; readonly language: TextLanguage },
  by: ChangedBy,
  deed: (tx: TenantTransaction, answered: AnswerOffer) => Promise<OfferAnswer | undefined>,
) {
  const { bookingId } = asked
  const { outcome, record } = await withTenant(db, town.id, async (tx) => ({
    outcome: await deed(tx, { bookingId, by, now }),
    record: await findBooking(tx, bookingId, 'read'),
  }))
  if (outcome === undefined || record === undefined) throw notFound('offer')
  return outcome.answered
    ? { answered: true as const, booking: bookingView(record, town, asked.language, now) }
    : outcome
}
