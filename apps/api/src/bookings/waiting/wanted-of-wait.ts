import type { WaitRecord } from '@officine/db/waits'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import { findPool } from '../../town.ts'
import type { Town } from '../../town.ts'
import type { Wanted } from '../plan-booking.ts'

/** A wish that waits, as it was asked; undefined when the town no longer has what was asked for. */
export function wantedOfWait(town: Town, wait: WaitRecord, now: Date): Wanted | undefined {
  const pool = findPool(town, wait.poolId)
  const companions = wait.companions.flatMap(({ poolId, dependantId, isAddOn }) => {
    const beside = findPool(town, poolId)
    return beside === undefined ? [] : [{ pool: beside, dependantId: dependantId ?? undefined, isAddOn }]
  })
  if (pool === undefined || companions.length < wait.companions.length) return undefined
  const { personId, day, startsAt, endsAt, unitId, people } = wait
  return {
    town,
    pool,
    personId,
    asked: { day, from: localTimeOf(startsAt), to: localTimeOf(endsAt) },
    wantedUnitId: unitId ?? undefined,
    needsUnit: unitId !== null,
    people,
    companions,
    now,
  }
}
