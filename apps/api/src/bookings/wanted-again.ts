import type { BookingRecord } from '@officine/db/bookings'
import type { AskedPeriod } from '@officine/domain/booking/booking-period'
import { seatsOf } from '../booking-view.ts'
import { findPool } from '../town.ts'
import type { Town } from '../town.ts'
import type { Wanted } from './plan-booking.ts'

/** What a booking has, wanted at another time: as many seats, the same if they are free, and what came along. Undefined when the town no longer gives it out. */
export function wantedAgain(
  town: Town,
  record: BookingRecord,
  asked: AskedPeriod,
  now: Date,
): Wanted | undefined {
  const pool = findPool(town, record.poolId)
  if (pool === undefined) return undefined
  // A place that was changed during the day has several rows: each place has one at the start.
  const atStart = record.units.filter(({ startsAt }) => startsAt <= record.startsAt)
  const seats = seatsOf({ ...record, units: atStart })
  const beside = atStart.filter(({ poolId }) => poolId !== record.poolId)
  const companions = beside.flatMap(({ poolId, dependantId, isAddOn, unitId }) => {
    const companion = findPool(town, poolId)
    return companion === undefined
      ? []
      : [{ pool: companion, dependantId: dependantId ?? undefined, isAddOn, wantedUnitId: unitId }]
  })
  if (companions.length < beside.length) return undefined
  return {
    town,
    pool,
    personId: record.personId,
    asked,
    wantedUnitId: seats[0]?.unitId,
    needsUnit: seats.length === 1 && seats[0]?.isPinned === true,
    people: seats.length,
    keptUnitIds: seats.map(({ unitId }) => unitId),
    isWantedByHabit: seats[0]?.isChosen !== true,
    companions,
    now,
  }
}
