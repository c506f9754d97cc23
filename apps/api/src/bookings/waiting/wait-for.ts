import { insertAuditEvent } from '@officine/db/audit'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { findWaitByKey, insertWait, listWaitingOn, listWaitsOf } from '@officine/db/waits'
import type { WaitRecord } from '@officine/db/waits'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { overlaps } from '@officine/domain/booking/assign-units'
import { decideWait } from '@officine/domain/waiting/decide-wait'
import type { WaitRefusal } from '@officine/domain/waiting/decide-wait'
import { whyUndecided } from '../book.ts'
import type { Book, BookOutcome } from '../book.ts'
import { factsOf } from '../booking-facts.ts'
import { lockAndLoad, onDays } from '../lock-and-load.ts'
import type { Loaded } from '../lock-and-load.ts'
import { planBooking } from '../plan-booking.ts'
import type { Plan } from '../plan-booking.ts'
import type { RequestRefusal } from '../refusal-view.ts'

export type AnyWaitRefusal = WaitRefusal | RequestRefusal

export type WaitOutcome =
  | { readonly waits: true; readonly waitId: string }
  | { readonly waits: false; readonly refusal: AnyWaitRefusal }
  | Exclude<BookOutcome, { booked: boolean }>

/**
 * Puts a wish on the waiting list, at the portal and at the desk alike, under the locks of the booking that it could not be: what is free at that instant is
 * booked, not waited for. A retry with the same key gets the wait that the first try made.
 */
export function waitFor(db: Database, request: Book): Promise<WaitOutcome> {
  return onDays<WaitOutcome>(db, request.town, async (tx) => {
    const planned = await planBooking(tx, request, 'away')
    if ('refusal' in planned) {
      const earlier = await findWaitByKey(tx, request.requestedBy, request.idempotencyKey)
      return earlier === undefined ? { waits: false, refusal: planned.refusal } : replay(earlier, request)
    }
    const { plan } = planned
    const read = await lockAndLoad(tx, [{ plan, key: undefined }])
    if ('missing' in read) return read
    const [loaded] = read.loaded
    if (loaded === undefined) throw new Error('Nothing was loaded for a wait')
    const earlier = await findWaitByKey(tx, request.requestedBy, request.idempotencyKey)
    if (earlier !== undefined) return replay(earlier, request)

    const cannot = whyUndecided(plan, loaded)
    if (cannot !== undefined) return 'refusal' in cannot ? { waits: false, refusal: cannot.refusal } : cannot
    const decision = await decide(tx, plan, loaded)
    if (!decision.waits) return decision
    return { waits: true, waitId: await save(tx, request, plan) }
  })
}

async function decide(tx: TenantTransaction, plan: Plan, loaded: Loaded) {
  const { pool, period, personId, town, now } = plan
  const [own, there] = await Promise.all([
    listWaitsOf(tx, personId, now),
    listWaitingOn(tx, [pool.poolId], period.day),
  ])
  const open = own.filter(({ status }) => status === 'waiting' || status === 'offered')
  return decideWait(
    {
      wish: factsOf(plan, loaded),
      own: open.map(({ id, poolId, startsAt, endsAt }) => ({
        waitId: id,
        pool: town.pools.find((each) => each.poolId === poolId)?.slug ?? '',
        startsAt,
        endsAt,
      })),
      ahead: there.filter((wait) => overlaps(wait, period)).length,
    },
    now,
  )
}

async function save(
  tx: TenantTransaction,
  { requestedBy, idempotencyKey, channel }: Book,
  { pool, period, personId, people = 1, needsUnit, wantedUnitId, companions, now }: Plan,
): Promise<string> {
  const id = newId(now)
  await insertWait(
    tx,
    {
      id,
      personId,
      poolId: pool.poolId,
      day: period.day,
      startsAt: period.startsAt,
      endsAt: period.endsAt,
      people,
      unitId: waitedUnit(needsUnit, wantedUnitId),
      channel,
      requestedBy,
      idempotencyKey,
      askedAt: now,
    },
    companions.map(({ pool: { poolId }, dependantId = null, isAddOn }) => ({
      id: newId(now),
      poolId,
      dependantId,
      isAddOn,
    })),
  )
  if (requestedBy !== personId) {
    await insertAuditEvent(tx, {
      id: newId(now),
      at: now,
      actorId: requestedBy,
      action: 'wait.add',
      subjectId: personId,
      details: { waitId: id },
    })
  }
  return id
}

/** The same key for another wish is another request, and nobody knows which was meant. */
function replay(earlier: WaitRecord, request: Book): WaitOutcome {
  return wishOf(earlier) === wishOfRequest(request)
    ? { waits: true, waitId: earlier.id }
    : { waits: false, refusal: { reason: 'different-request' } }
}

function wishOf({ personId, poolId, day, startsAt, endsAt, people, unitId, companions }: WaitRecord): string {
  const along = companions.map((each) => [each.poolId, each.dependantId, each.isAddOn].join())
  const hours = [localTimeOf(startsAt), localTimeOf(endsAt)]
  return JSON.stringify([personId, poolId, day, ...hours, people, unitId, along.toSorted()])
}

function wishOfRequest({
  personId,
  pool,
  asked,
  people = 1,
  companions = [],
  needsUnit,
  wantedUnitId,
}: Book): string {
  const along = companions.map((each) => [each.pool.poolId, each.dependantId, each.isAddOn].join())
  const unitId = waitedUnit(needsUnit, wantedUnitId)
  return JSON.stringify([
    personId,
    pool.poolId,
    asked.day,
    asked.from,
    asked.to,
    people,
    unitId,
    along.toSorted(),
  ])
}

/** A place merely preferred is no condition: who waits takes the one that comes free. */
function waitedUnit(needsUnit = false, wantedUnitId: string | undefined): string | null {
  return needsUnit && wantedUnitId !== undefined ? wantedUnitId : null
}
