import { findBooking } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import { mondayOf } from '@officine/domain/calendar/local-day'
import type { PersonFacts } from '@officine/domain/rules/predicate'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { Context } from '../context.ts'
import { notFound } from '../procedures.ts'
import { findPool } from '../town.ts'
import type { PoolOfTown, Town } from '../town.ts'
import { book } from './book.ts'
import type { Book } from './book.ts'
import { bookingView } from '../booking-view.ts'
import type { TextLanguage } from '../local-text.ts'
import { refusalView } from './refusal-view.ts'
import type { AnyRefusal } from './refusal-view.ts'
import { nearestAlternatives, slotView } from './what-is-free.ts'

export interface AskedBooking extends Omit<Book, 'town' | 'pool' | 'now'> {
  readonly poolId: string
  /** For the suggestions that follow a refusal; the decision reads its own under the lock. */
  readonly facts: PersonFacts
  readonly language: TextLanguage
}

/** Books for whoever is named, at the portal and at the desk alike, and says the outcome: the booking, or why not and what is near. */
export async function answerBooking(
  ctx: Pick<Context, 'db' | 'town' | 'towns' | 'now'>,
  asked: AskedBooking,
) {
  let town = ctx.town
  for (let attempt = 1; ; attempt += 1) {
    const pool = findBookablePool(town, asked.poolId, asked.wantedUnitId)
    const outcome = await book(ctx.db, { ...asked, town, pool, now: ctx.now })
    if ('unknownPerson' in outcome) throw notFound('person')
    if (!('stale' in outcome)) return say(ctx, town, pool, asked, outcome)
    if (attempt === 3) throw new Error('The configuration kept changing while a booking was decided')
    town = (await ctx.towns.current(town.id)) ?? town
  }
}

function findBookablePool(town: Town, poolId: string, wantedUnitId: string | undefined): PoolOfTown {
  const pool = findPool(town, poolId)
  // Rooms are asked for and approved; workshops and companions of a booking have doors of their own.
  if (pool === undefined || (pool.pool.kind !== 'seats' && pool.pool.kind !== 'desk')) throw notFound('pool')
  if (wantedUnitId !== undefined && !pool.places.some(({ unitId }) => unitId === wantedUnitId))
    throw notFound('place')
  return pool
}

async function say(
  { db, now }: Pick<Context, 'db' | 'now'>,
  town: Town,
  pool: PoolOfTown,
  { personId, facts, asked, language }: AskedBooking,
  outcome:
    | { readonly booked: true; readonly bookingId: string }
    | { readonly booked: false; readonly refusal: AnyRefusal },
) {
  if (outcome.booked) {
    const record = await withTenant(db, town.id, (tx) => findBooking(tx, outcome.bookingId, 'read'))
    if (record === undefined) throw new Error('A booking just made is not there')
    return { booked: true as const, booking: bookingView(record, town, language, now) }
  }
  const me = { personId, facts }
  const alternatives = helpsToLookElsewhere(outcome.refusal.reason)
    ? await withTenant(db, town.id, (tx) =>
        nearestAlternatives(tx, { pool, me, now }, asked, periodCapped(outcome.refusal, asked.day)),
      )
    : []
  return {
    booked: false as const,
    refusal: refusalView(outcome.refusal, language),
    alternatives: alternatives.map(({ day, cell }) => slotView(day, cell, language)),
  }
}

/** Which days a cap has used up along with the one asked for: none when the refusal is no cap. */
function periodCapped(refusal: AnyRefusal, asked: LocalDay): (day: LocalDay) => boolean {
  if (refusal.reason !== 'cap-reached') return () => false
  const periodOf = {
    day: (day: LocalDay) => day,
    isoWeek: mondayOf,
    month: (day: LocalDay) => day.slice(0, 7),
  }[refusal.per]
  return (day) => periodOf(day) === periodOf(asked)
}

/** Another time would do for these; a missing notice or a second place at one time stays what it is. */
function helpsToLookElsewhere(reason: AnyRefusal['reason']): boolean {
  return [
    'full',
    'cap-reached',
    'held-for-reserve',
    'past',
    'no-such-time',
    'closed-day',
    'off-grid',
    'booking-closed',
    'not-yet-open',
  ].includes(reason)
}
