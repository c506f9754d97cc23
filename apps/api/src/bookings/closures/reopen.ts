import { insertAuditEvent } from '@officine/db/audit'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { endOpeningChange, listOpeningChanges, lockOpeningChange } from '@officine/db/opening-changes'
import { lockPoolDays } from '@officine/db/pools'
import { findConfigVersion } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { asOpen } from '../../opening-of-pool.ts'
import type { Town } from '../../town.ts'
import { onDays } from '../lock-and-load.ts'
import { daysOfChange, placeChange } from './asked-change.ts'
import { readLosing } from './touched.ts'

export interface Reopen {
  readonly town: Town
  readonly changeId: string
  readonly staffId: string
  readonly why: string
  readonly now: Date
}

export type ReopenOutcome =
  /** `settled`: the bookings that it had touched, which stay as they are. */
  | { readonly reopened: true; readonly settled: number }
  | {
      readonly reopened: false
      readonly refusal:
        | { readonly reason: 'over' }
        /** People booked the hours that it had added: a closure decides about each of them first. */
        | { readonly reason: 'has-bookings'; readonly howMany: number }
    }
  | { readonly stale: true }
  | { readonly unknown: 'closure' }

/** Lifts a change: what it took is free again from now on, and no booking comes back. Lifting twice answers like the first time. */
export async function reopen(db: Database, request: Reopen): Promise<ReopenOutcome> {
  const { town, changeId, staffId, why, now } = request
  const found = await withTenant(db, town.id, (tx) => lockOpeningChange(tx, changeId))
  const placed = found && placeChange(town, found)
  return onDays<ReopenOutcome>(db, town, async (tx) => {
    const today = localDayOf(now)
    if (found === undefined) return { unknown: 'closure' }
    const fromDay = found.fromDay > today ? found.fromDay : today
    // The same locks as a booking: nobody may take the added hours while they are taken away.
    const days =
      placed === undefined ? [] : daysOfChange({ ...placed, change: { ...placed.change, fromDay } })
    if (days.length > 0 && (await lockPoolDays(tx, days)) < days.length) return { missing: days }
    if ((await findConfigVersion(tx)) !== town.version) return { stale: true }
    const standing = await lockOpeningChange(tx, changeId)
    if (standing?.endedAt !== undefined) return { reopened: true, settled: standing.settled.length }
    if (found.toDay < today) return { reopened: false, refusal: { reason: 'over' } }

    const decided = await listOpeningChanges(tx, fromDay, found.toDay)
    const without = decided.filter(({ id }) => id !== changeId)
    const losing = await readLosing(
      tx,
      { fromDay, toDay: found.toDay, pools: placed?.pools ?? [] },
      (usual) => ({ before: asOpen(usual, decided), after: asOpen(usual, without) }),
      now,
    )
    if (losing.length > 0)
      return { reopened: false, refusal: { reason: 'has-bookings', howMany: losing.length } }
    await endOpeningChange(tx, changeId, staffId, now)
    await insertAuditEvent(tx, {
      id: newId(now),
      at: now,
      actorId: staffId,
      action: 'opening.lift',
      subjectId: changeId,
      reason: why,
      details: {},
    })
    return { reopened: true, settled: found.settled.length }
  })
}
