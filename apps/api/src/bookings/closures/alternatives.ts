import { listCountedBookings } from '@officine/db/counted-bookings'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { overlaps } from '@officine/domain/booking/assign-units'
import { withChange } from '@officine/domain/booking/decide-change'
import { addDays, daysBetween } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import { findPool } from '../../town.ts'
import type { PoolOfTown, Town } from '../../town.ts'
import { seatsOf } from '../../booking-view.ts'
import { whatIsFree } from '../what-is-free.ts'
import type { DayCells } from '../what-is-free.ts'
import type { PlacedAsk } from './asked-change.ts'
import type { Elsewhere } from './settle-touched.ts'
import { treatmentsOf } from './touched.ts'
import type { Touched } from './touched.ts'

/** Three days before and a week after: further away it is no longer the same errand. */
const [daysBefore, daysAfter] = [3, 7] as const
const mostOffered = 3

/**
 * Where each touched booking could go: the nearest free times of its pool, or of another of the same kind, as many cells long. To suggest, never to decide;
 * a place that is suggested first to one is not suggested again when it was the last.
 */
export async function alternativesFor(
  tx: TenantTransaction,
  town: Town,
  placed: PlacedAsk,
  touched: readonly Touched[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Elsewhere[]>> {
  const movable = touched.filter((each) => treatmentsOf(each).includes('move'))
  const days = movable.map(({ record }) => record.day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const earliest = addDays(first, -daysBefore)
  const from = earliest > localDayOf(now) ? earliest : localDayOf(now)
  const span = daysBetween(from, last)
  const free = new Map<string, readonly DayCells[]>()
  const freeIn = async (pool: PoolOfTown) => {
    const known = free.get(pool.poolId)
    if (known !== undefined) return known
    const isTouched = placed.pools.some(({ poolId }) => poolId === pool.poolId)
    const asked = isTouched ? withChange(pool, placed.change) : pool
    const read = await whatIsFree(tx, { pool: asked, from, days: span + daysAfter + 1, me: undefined, now })
    free.set(pool.poolId, read)
    return read
  }

  const taken = new Map<string, number>()
  const offered = new Map<string, readonly Elsewhere[]>()
  for (const each of movable) {
    const { record } = each
    const kind = findPool(town, record.poolId)?.pool.kind
    const own = await listCountedBookings(
      tx,
      record.personId,
      instantOf(addDays(record.day, -daysBefore), '00:00'),
      instantOf(addDays(record.day, daysAfter + 1), '00:00'),
    )
    const isBusy = (period: { readonly startsAt: Date; readonly endsAt: Date }) =>
      own.some(({ bookingId, ...other }) => bookingId !== record.id && overlaps(other, period))
    const beside = await Promise.all(
      record.units
        .filter(({ poolId }) => poolId !== record.poolId)
        .flatMap(({ poolId }) => findPool(town, poolId) ?? [])
        .map(freeIn),
    )
    const runs: Run[] = []
    for (const pool of town.pools.filter((other) => other.pool.kind === kind))
      runs.push(...runsOf(pool.poolId, await freeIn(pool), record.slots))
    const people = new Set(seatsOf(record).map(({ unitId }) => unitId)).size
    const good = runs
      .filter((run) => run.free - (taken.get(keyOf(run)) ?? 0) >= people)
      .filter((run) => run.startsAt > now && !isBusy(run) && isNear(run, record.day))
      .filter((run) => beside.every((cells) => isCovered(run, cells)))
      .toSorted((one, other) => distance(one, record) - distance(other, record))
      .slice(0, mostOffered)
    if (good[0] !== undefined) taken.set(keyOf(good[0]), (taken.get(keyOf(good[0])) ?? 0) + people)
    offered.set(
      record.id,
      good.map(({ poolId, day, from: begins, to }) => ({ poolId, day, from: begins, to })),
    )
  }
  return offered
}

interface Run extends Elsewhere {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly free: number
}

/** Cells in a row, as many as the booking has. */
function runsOf(poolId: string, days: readonly DayCells[], length: number): readonly Run[] {
  return days.flatMap(({ day, cells }) =>
    cells.flatMap((first, at): readonly Run[] => {
      const row = cells.slice(at, at + length)
      const last = row.at(-1)
      if (last === undefined || row.length < length || row.some(({ state }) => state !== 'bookable'))
        return []
      const free = Math.min(...row.map(({ freeForMe }) => freeForMe))
      const { from, startsAt } = first
      return [{ poolId, day, from, to: last.to, startsAt, endsAt: last.endsAt, free }]
    }),
  )
}

/** Whether what comes along has a free place for all of the time. */
function isCovered(run: Run, days: readonly DayCells[]): boolean {
  const cells = days.find(({ day }) => day === run.day)?.cells ?? []
  const there = cells.filter((cell) => overlaps(cell, run))
  const isOnGrid =
    there[0]?.startsAt.getTime() === run.startsAt.getTime() &&
    there.at(-1)?.endsAt.getTime() === run.endsAt.getTime()
  return isOnGrid && there.every(({ free }) => free > 0)
}

function isNear({ day }: Run, asked: string): boolean {
  return addDays(asked, -daysBefore) <= day && day <= addDays(asked, daysAfter)
}

/** The same hours in another pool come first, then what is nearest in time. */
function distance(run: Run, record: Touched['record']): number {
  return Math.abs(run.startsAt.getTime() - record.startsAt.getTime())
}

function keyOf({ poolId, day, from }: Run): string {
  return `${poolId} ${day} ${from}`
}
