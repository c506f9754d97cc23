import { findBooking } from '@officine/db/bookings'
import type { TenantId } from '@officine/domain/tenant-id'
import { withTenant } from '@officine/db/with-tenant'
import { bookingView } from '../booking-view.ts'
import type { Context } from '../context.ts'
import { dayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { notFound } from '../procedures.ts'
import type { Town } from '../town.ts'
import { droppedView } from './answer-booking.ts'
import { atCurrentTown } from './at-current-town.ts'
import type { ChangedBy, ChangeOutcome, ChangeRefusal } from './change-booking.ts'
import { leaveEarly } from './leave-early.ts'
import { moveBooking } from './move.ts'
import type { Move } from './move.ts'
import { refusalView } from './refusal-view.ts'
import { repeatBooking } from './repeat.ts'
import type { Repeat } from './repeat.ts'
import { stayLonger } from './stay-longer.ts'

type Where = Pick<Context, 'db' | 'town' | 'towns' | 'now'>

/** Moves a booking for its holder or at the desk, and says the outcome. */
export async function answerMove(
  ctx: Where,
  asked: Pick<Move, 'bookingId' | 'by' | 'asked'> & { readonly idempotencyKey: string },
  language: TextLanguage,
) {
  const { idempotencyKey: changeKey, ...request } = asked
  const { town, outcome } = await atCurrentTown(ctx, (current) =>
    moveBooking(ctx.db, { ...request, changeKey, town: current, now: ctx.now }),
  )
  if (!outcome.changed)
    return { moved: false as const, refusal: changeRefusalView(outcome.refusal, town, language) }
  return { moved: true as const, ...(await changedView(ctx, town, request.bookingId, outcome, language)) }
}

/** Adds the next cell of the grid to a booking, and says the outcome. */
export async function answerStay(
  ctx: Where,
  asked: { readonly bookingId: string; readonly by: ChangedBy; readonly idempotencyKey: string },
  language: TextLanguage,
) {
  const { idempotencyKey: changeKey, ...request } = asked
  const { town, outcome } = await atCurrentTown(ctx, (current) =>
    stayLonger(ctx.db, { ...request, changeKey, town: current, now: ctx.now }),
  )
  if (!outcome.changed)
    return { extended: false as const, refusal: changeRefusalView(outcome.refusal, town, language) }
  return { extended: true as const, ...(await changedView(ctx, town, request.bookingId, outcome, language)) }
}

/** Ends a visit before its time, and says the outcome. */
export async function answerLeave(
  { db, town, now }: Where,
  asked: { readonly bookingId: string; readonly by: ChangedBy },
  language: TextLanguage,
) {
  const outcome = await withTenant(db, town.id, (tx) => leaveEarly(tx, { ...asked, now }))
  if (outcome === undefined) throw notFound('booking')
  if (!outcome.left) return outcome
  const record = await recordOf(db, town.id, asked.bookingId)
  return { left: true as const, booking: bookingView(record, town, language, now) }
}

/** Repeats a booking week by week, and says what became of each date. */
export async function answerRepeat(ctx: Where, asked: Omit<Repeat, 'town' | 'now'>, language: TextLanguage) {
  const { town, outcome } = await atCurrentTown(ctx, (current) =>
    repeatBooking(ctx.db, { ...asked, town: current, now: ctx.now }),
  )
  const dates = outcome.dates.map(({ day, answer }) => ({
    day,
    dayLabel: dayText(day, language),
    answer: answer.booked
      ? { booked: true as const, bookingId: answer.bookingId }
      : {
          booked: false as const,
          refusal:
            answer.refusal.reason === 'others-refused'
              ? { reason: answer.refusal.reason }
              : refusalView(answer.refusal, town, language),
        },
  }))
  return { dates, isAllBooked: dates.every(({ answer }) => answer.booked) }
}

async function changedView(
  { db, now }: Where,
  town: Town,
  bookingId: string,
  { dropped }: Extract<ChangeOutcome, { changed: true }>,
  language: TextLanguage,
) {
  const record = await recordOf(db, town.id, bookingId)
  return {
    booking: bookingView(record, town, language, now),
    dropped: droppedView(dropped, town, language),
  }
}

/** A change is refused for its own reasons, or for those of any booking, whose switch is exhaustive. */
export function changeRefusalView(refusal: ChangeRefusal, town: Town, language: TextLanguage) {
  if (refusal.reason === 'already-started' || refusal.reason === 'no-later-cell')
    return { reason: refusal.reason }
  if (refusal.reason === 'not-active') return { reason: refusal.reason, status: refusal.status }
  return refusalView(refusal, town, language)
}

async function recordOf(db: Context['db'], town: TenantId, bookingId: string) {
  const record = await withTenant(db, town, (tx) => findBooking(tx, bookingId, 'read'))
  if (record === undefined) throw new Error('A booking just changed is not there')
  return record
}
