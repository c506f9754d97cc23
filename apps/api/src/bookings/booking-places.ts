import { listDropped } from '@officine/db/booking-places'
import { newId } from '@officine/db/new-id'
import type { NewBookingUnit, NewDecision } from '@officine/db/bookings'
import type { NewWord } from '@officine/db/outbox'
import type { TenantTransaction } from '@officine/db/with-tenant'
import type { DroppedAddOn, TogetherDecision, TogetherFacts } from '@officine/domain/booking/decide-together'
import { decisionInputs } from '@officine/domain/booking/decision-record'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { remindersOf } from '@officine/domain/word/reminders'
import type { Town } from '../town.ts'
import type { Plan } from './plan-booking.ts'

/** A decision that gives places. */
export type Granted = TogetherDecision & { readonly booked: true }

/** An extra that was left out. */
export interface Dropped {
  readonly poolId: string
  readonly reason: DroppedAddOn['reason']
}

/** The places that a decision gives, the seats first. A place asked for and no other, or chosen for being accessible, is never changed for another. */
export function placesOf(plan: Plan, { units, companions }: Granted): readonly NewBookingUnit[] {
  const { pool, wantedUnitId, needsUnit = false, isWantedByHabit = false, now } = plan
  const isAccessible = pool.places.some(
    ({ unitId, ...place }) => unitId === wantedUnitId && place.isAccessible,
  )
  return [
    ...units.map((place) => ({
      id: newId(now),
      poolId: pool.poolId,
      ...place,
      isPinned: place.unitId === wantedUnitId && (needsUnit || isAccessible),
      isChosen: place.unitId === wantedUnitId && !isWantedByHabit,
    })),
    ...companions.flatMap(({ at, units: places }) => {
      const companion = plan.companions[at]
      if (companion === undefined) throw new Error('A place was given to a companion that nobody asked for')
      const { pool: beside, isAddOn, dependantId = null } = companion
      return places.map((place) => ({
        id: newId(now),
        poolId: beside.poolId,
        ...place,
        isAddOn,
        dependantId,
      }))
    }),
  ]
}

export function droppedOf(plan: Plan, { dropped }: Granted): readonly Dropped[] {
  return dropped.flatMap(({ at, reason }) => {
    const companion = plan.companions[at]
    return companion === undefined ? [] : [{ poolId: companion.pool.poolId, reason }]
  })
}

/** The extras that were left out when a booking was made, or moved last: a retry is told what the first try was. */
export async function droppedBefore(
  tx: TenantTransaction,
  town: Town,
  bookingId: string,
  when: 'made' | 'moved',
): Promise<readonly Dropped[]> {
  return (await listDropped(tx, bookingId, when)).flatMap(({ pool: slug, reason }) => {
    const pool = town.pools.find((each) => each.slug === slug)
    return pool === undefined ? [] : [{ poolId: pool.poolId, reason }]
  })
}

/** Why the places were given: enough to replay it. */
export function reasonOf(
  { town, now }: Plan,
  facts: TogetherFacts,
  granted: Granted,
  outcome: string,
  more: Record<string, unknown> = {},
): NewDecision {
  const inputs = decisionInputs(facts, now)
  return {
    id: newId(now),
    outcome,
    configVersion: town.version,
    rulesHash: town.rulesHash,
    inputsHash: hashOfJson(inputs),
    facts: {
      freeBefore: granted.freeBefore,
      inputs,
      ...(granted.dropped.length > 0 && { dropped: droppedSlugs(facts, granted) }),
      ...more,
    },
  }
}

function droppedSlugs({ companions }: TogetherFacts, { dropped }: Granted) {
  return dropped.map(({ at, reason }) => ({ pool: companions[at]?.slug, reason }))
}

/** What is told of a booking that now stands at this time: the change itself, and its reminders when their moment comes. */
export function wordsOf(
  topic: 'booking-confirmed' | 'booking-moved' | 'place-given',
  { period, now }: Plan,
): readonly NewWord[] {
  return [{ topic, at: now }, ...remindersOf(period.startsAt, now)].map(({ topic: each, at }) => ({
    id: newId(now),
    topic: each,
    runAt: at,
  }))
}
