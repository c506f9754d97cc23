import { listOutages } from '@officine/db/outages'
import { listHeldPlaces } from '@officine/db/pools'
import { listUse, listWaitingPeople } from '@officine/db/waiting-people'
import { listWaitingOn } from '@officine/db/waits'
import type { UsedBooking, WaitingPerson } from '@officine/db/waiting-people'
import type { WaitRecord } from '@officine/db/waits'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { recentUseOf } from '@officine/domain/allocation/recent-use'
import type { LedgerUnit } from '@officine/domain/allocation/recent-use'
import { poolHoursOn } from '@officine/domain/booking/booking-period'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf } from '@officine/domain/calendar/local-time'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { orderWaiting } from '@officine/domain/waiting/order-waiting'
import type { Line, WaitingWish } from '@officine/domain/waiting/next-in-line'
import { asOpen, readChanges } from '../../opening-of-pool.ts'
import type { PoolOfTown } from '../../town.ts'
import { heldUnits, personFacts } from '../booking-facts.ts'

/** A wish in the line, with what was read of it. */
export interface WishInLine extends WaitingWish {
  readonly record: WaitRecord
}

/** A pool's day with those who wait for it, in order. */
export interface LineOfDay extends Line {
  readonly waiting: readonly WishInLine[]
}

/** Reads a pool's day as the waiting list sees it: who waits in which order, who holds what, what is out of order. */
export async function readLine(
  tx: TenantTransaction,
  pool: PoolOfTown,
  day: LocalDay,
  now: Date,
): Promise<LineOfDay> {
  const [from, to] = [instantOf(day, '00:00'), instantOf(addDays(day, 1), '00:00')]
  const [records, decided, held, outages] = await Promise.all([
    listWaitingOn(tx, [pool.poolId], day),
    readChanges(tx, day, 1),
    listHeldPlaces(tx, [pool.poolId], from, to),
    listOutages(tx, [pool.poolId], from, to),
  ])
  return {
    rules: pool.rules,
    poolSlug: pool.slug,
    pool: pool.pool,
    units: pool.places,
    held: heldUnits(held),
    blocked: outages,
    waiting: await inLine(tx, asOpen(pool, decided), day, records, now),
  }
}

/** These waits as wishes of one line, in order, the pool being as open as the desk has decided; those whose hours it no longer has are left out. */
export async function inLine(
  tx: TenantTransaction,
  pool: PoolOfTown,
  day: LocalDay,
  records: readonly WaitRecord[],
  now: Date,
): Promise<readonly WishInLine[]> {
  if (records.length === 0) return []
  const ids = [...new Set(records.map(({ personId }) => personId))]
  const { recentUse } = pool.pool.priority ?? pool.rules.priority
  const [people, used] = await Promise.all([
    listWaitingPeople(tx, ids),
    recentUse === null ? [] : listUse(tx, ids, instantOf(addDays(day, -recentUse.days), '00:00')),
  ])
  const useOf = Map.groupBy(used, ({ personId }) => personId)
  const wishes = records.flatMap((record) => {
    const uses =
      recentUse === null ? 0 : usesBefore(pool, record, useOf.get(record.personId) ?? [], recentUse.days, now)
    return (
      wishOf(
        pool,
        record,
        people.find(({ id }) => id === record.personId),
        uses,
      ) ?? []
    )
  })
  return orderWaiting(wishes, pool.rules)
}

function usesBefore(
  pool: PoolOfTown,
  { startsAt: slotStart }: WaitRecord,
  used: readonly UsedBooking[],
  days: number,
  now: Date,
): number {
  return recentUseOf(used.flatMap(ledgerUnits), { pools: pool.rules.pools, days, slotStart, now })
}

/** One unit for each slot of a booking: a whole day is two half days. */
function ledgerUnits({ pool, startsAt, slots, status, excusedAt }: UsedBooking): readonly LedgerUnit[] {
  const state = ledgerStates[status]
  const told = state === 'missed' && excusedAt !== null ? 'excused' : state
  return Array.from({ length: slots }, () => ({ pool, startsAt, state: told }))
}

const ledgerStates: Readonly<Record<UsedBooking['status'], LedgerUnit['state']>> = {
  offered: 'cancelled', // not had, and perhaps never
  confirmed: 'confirmed',
  'checked-in': 'attended',
  completed: 'attended',
  'no-show': 'missed',
  cancelled: 'cancelled',
}

function wishOf(
  pool: PoolOfTown,
  record: WaitRecord,
  person: WaitingPerson | undefined,
  recentUse: number,
): WishInLine | undefined {
  const { id: waitId, day, startsAt, endsAt, askedAt, people, unitId } = record
  const cells = poolHoursOn(pool, day)
    .cells.map(([cellFrom, cellTo]) => ({
      startsAt: instantOf(day, cellFrom),
      endsAt: instantOf(day, cellTo),
    }))
    .filter((cell) => cell.startsAt >= startsAt && cell.endsAt <= endsAt)
  if (cells.length === 0 || person === undefined) return undefined
  return {
    waitId,
    record,
    startsAt,
    endsAt,
    askedAt,
    recentUse,
    people,
    period: { day, startsAt, endsAt, cells },
    person: personFacts(person),
    ...(unitId !== null && { wantedUnitId: unitId }),
  }
}
