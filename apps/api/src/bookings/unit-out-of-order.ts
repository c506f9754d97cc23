import { insertAuditEvent } from '@officine/db/audit'
import { listHoldersOfUnit } from '@officine/db/booking-places'
import type { PlaceHolder } from '@officine/db/booking-places'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { insertOutage, listOutages } from '@officine/db/outages'
import { listHeldPlaces, lockPoolDays } from '@officine/db/pools'
import type { HeldPlace } from '@officine/db/pools'
import { findConfigVersion } from '@officine/db/towns'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { assignUnits } from '@officine/domain/booking/assign-units'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { PoolOfTown, Town } from '../town.ts'
import { onDays } from './lock-and-load.ts'
import { relocate } from './relocate.ts'

export interface OutOfOrder {
  readonly town: Town
  readonly unitId: string
  readonly fromDay: LocalDay
  readonly toDay: LocalDay
  readonly why: string
  readonly staffId: string
  readonly now: Date
}

export interface Reassigned extends PlaceHolder {
  readonly toUnitId: string
}

/** A booking that stays at the place until somebody decides. */
export interface ToDecide extends PlaceHolder {
  readonly because: 'present' | 'needs-this-place' | 'no-free-place'
}

export type OutOfOrderOutcome =
  | {
      readonly declared: true
      readonly outageId: string
      readonly reassigned: readonly Reassigned[]
      readonly toDecide: readonly ToDecide[]
    }
  | {
      readonly declared: false
      readonly refusal:
        | { readonly reason: 'past' }
        | { readonly reason: 'ends-before-it-starts' }
        | { readonly reason: 'too-long'; readonly maxDays: number }
        | { readonly reason: 'already-out'; readonly until: Date }
    }
  | { readonly unknown: 'place' }
  | { readonly stale: true }

const maxDays = 62

/** Takes a place out of use for some days: its bookings go to others, soonest first, and those that cannot are listed for somebody to decide. */
export function unitOutOfOrder(db: Database, request: OutOfOrder): Promise<OutOfOrderOutcome> {
  const { town, unitId, fromDay, toDay, why, staffId, now } = request
  return onDays<OutOfOrderOutcome>(db, town, async (tx) => {
    const pool = town.pools.find(({ places }) => places.some((place) => place.unitId === unitId))
    if (pool === undefined) return { unknown: 'place' }
    const refusal = refusalOf(request)
    if (refusal !== undefined) return { declared: false, refusal }

    const days = daysThrough(fromDay, toDay).map((day) => ({ poolId: pool.poolId, day }))
    const locked = await lockPoolDays(tx, days)
    if (locked < days.length) return { missing: days }
    if ((await findConfigVersion(tx)) !== town.version) return { stale: true }

    const dayStart = instantOf(fromDay, '00:00')
    const startsAt = dayStart < now ? now : dayStart
    const endsAt = instantOf(addDays(toDay, 1), '00:00')
    const already = (await listOutages(tx, [pool.poolId], startsAt, endsAt)).find(
      (outage) => outage.unitId === unitId,
    )
    if (already !== undefined)
      return { declared: false, refusal: { reason: 'already-out', until: already.endsAt } }
    const id = newId(now)
    await insertOutage(tx, {
      id,
      poolId: pool.poolId,
      unitId,
      startsAt,
      endsAt,
      because: why,
      declaredBy: staffId,
      declaredAt: now,
    })
    await insertAuditEvent(tx, {
      id: newId(now),
      at: now,
      actorId: staffId,
      action: 'unit.out-of-order',
      subjectId: unitId,
      reason: why,
      details: { fromDay, toDay },
    })
    const holders = await listHoldersOfUnit(tx, unitId, startsAt, endsAt)
    return {
      declared: true,
      outageId: id,
      ...(await clearPlace(tx, town, pool, { id, holders, startsAt, endsAt, now })),
    }
  })
}

function refusalOf({ fromDay, toDay, now }: OutOfOrder) {
  if (toDay < fromDay) return { reason: 'ends-before-it-starts' as const }
  if (toDay < localDayOf(now)) return { reason: 'past' as const }
  if (toDay > addDays(fromDay, maxDays - 1)) return { reason: 'too-long' as const, maxDays }
  return undefined
}

async function clearPlace(
  tx: TenantTransaction,
  town: Town,
  pool: PoolOfTown,
  outage: {
    readonly id: string
    readonly holders: readonly PlaceHolder[]
    readonly startsAt: Date
    readonly endsAt: Date
    readonly now: Date
  },
) {
  // Days before and after too: whoever is moved keeps the whole of their time.
  const from = new Date(outage.startsAt.getTime() - 86_400_000)
  const to = new Date(outage.endsAt.getTime() + 86_400_000)
  let held: readonly HeldPlace[] = await listHeldPlaces(tx, [pool.poolId], from, to)
  const outages = await listOutages(tx, [pool.poolId], from, to)
  const reassigned: Reassigned[] = []
  const toDecide: ToDecide[] = []
  for (const holder of outage.holders) {
    const toUnitId = elsewhere(pool, holder, [...held, ...outages])
    const because = whyNotMoved(holder)
    if (because !== 'no-free-place' || toUnitId === undefined) toDecide.push({ ...holder, because })
    else {
      const { placeId } = holder
      await relocate(tx, town, [{ placeId, unitId: toUnitId }], held, { outage: outage.id }, outage.now)
      held = held.map((place) => (place.placeId === placeId ? { ...place, unitId: toUnitId } : place))
      reassigned.push({ ...holder, toUnitId })
    }
  }
  return { reassigned, toDecide }
}

/** Why a booking stays at a place that is out of order: nobody is made to get up, and who needs this very place is asked. */
export function whyNotMoved({ status, isPinned }: PlaceHolder): ToDecide['because'] {
  if (status === 'checked-in') return 'present'
  return isPinned ? 'needs-this-place' : 'no-free-place'
}

/** Another place for the whole of a holding. */
function elsewhere(
  { places }: PoolOfTown,
  { startsAt, endsAt }: PlaceHolder,
  taken: Parameters<typeof assignUnits>[1],
): string | undefined {
  return assignUnits(places, taken, [{ startsAt, endsAt }])[0]?.unitId
}

function daysThrough(from: LocalDay, to: LocalDay): readonly LocalDay[] {
  const days: LocalDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
