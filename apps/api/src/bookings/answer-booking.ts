import { findBooking } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import { mondayOf } from '@officine/domain/calendar/local-day'
import type { PersonFacts } from '@officine/domain/rules/predicate'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { Context } from '../context.ts'
import { notFound } from '../procedures.ts'
import { findPool, textIn } from '../town.ts'
import type { PoolOfTown, Town } from '../town.ts'
import { book } from './book.ts'
import type { Book, BookOutcome } from './book.ts'
import type { Dropped } from './booking-places.ts'
import type { AskedCompanion } from './plan-booking.ts'
import type { CompanionInput } from './together-input.ts'
import { bookingView } from '../booking-view.ts'
import type { TextLanguage } from '../local-text.ts'
import { refusalView } from './refusal-view.ts'
import type { AnyRefusal } from './refusal-view.ts'
import { nearestAlternatives, slotView } from './what-is-free.ts'

export interface AskedBooking extends Omit<Book, 'town' | 'pool' | 'now' | 'companions'> {
  readonly poolId: string
  readonly companions: readonly CompanionInput[]
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
    const companions = companionsAt(town, asked.companions)
    const outcome = await book(ctx.db, { ...asked, town, pool, companions, now: ctx.now })
    if ('unknown' in outcome) throw notFound(outcome.unknown)
    if (!('stale' in outcome)) return say(ctx, town, pool, asked, outcome)
    if (attempt === 3) throw new Error('The configuration kept changing while a booking was decided')
    town = (await ctx.towns.current(town.id)) ?? town
  }
}

/** The pool as far as it is booked by whoever wants a place of it; another town's is no pool of ours. */
export function findBookablePool(town: Town, poolId: string, wantedUnitId: string | undefined): PoolOfTown {
  const pool = findPool(town, poolId)
  // Rooms are asked for and approved; workshops and companions of a booking have doors of their own.
  if (pool === undefined || (pool.pool.kind !== 'seats' && pool.pool.kind !== 'desk')) throw notFound('pool')
  if (wantedUnitId !== undefined && !pool.places.some(({ unitId }) => unitId === wantedUnitId))
    throw notFound('place')
  return pool
}

/** The pools of what is to come along; an id of no pool of this town is nobody's. */
export function companionsAt(town: Town, companions: readonly CompanionInput[]): readonly AskedCompanion[] {
  return companions.map(({ poolId, dependantId, isAddOn }) => {
    const pool = findPool(town, poolId)
    if (pool === undefined) throw notFound('pool')
    return { pool, dependantId, isAddOn }
  })
}

async function say(
  { db, now }: Pick<Context, 'db' | 'now'>,
  town: Town,
  pool: PoolOfTown,
  { personId, facts, asked, language }: AskedBooking,
  outcome: Extract<BookOutcome, { booked: boolean }>,
) {
  if (outcome.booked) {
    const record = await withTenant(db, town.id, (tx) => findBooking(tx, outcome.bookingId, 'read'))
    if (record === undefined) throw new Error('A booking just made is not there')
    return {
      booked: true as const,
      booking: bookingView(record, town, language, now),
      dropped: droppedView(outcome.dropped, town, language),
    }
  }
  const me = { personId, facts }
  const alternatives = helpsToLookElsewhere(outcome.refusal.reason)
    ? await withTenant(db, town.id, (tx) =>
        nearestAlternatives(tx, { pool, me, now }, asked, periodCapped(outcome.refusal, asked.day)),
      )
    : []
  return {
    booked: false as const,
    refusal: refusalView(outcome.refusal, town, language),
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

/** The extras that were left out, by name. */
export function droppedView(dropped: readonly Dropped[], town: Town, language: TextLanguage) {
  return dropped.map(({ poolId, reason }) => {
    const pool = findPool(town, poolId)
    return { poolId, reason, poolName: pool === undefined ? '' : textIn(pool.presentation.name, language) }
  })
}
