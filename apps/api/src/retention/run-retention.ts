import type { Database } from '@officine/db/database'
import { erasePerson } from '@officine/db/erase-person'
import { newId } from '@officine/db/new-id'
import { insertDone } from '@officine/db/outbox'
import { deletedKinds, insertRetentionRuns, letGoOf, listPeopleUnseenSince } from '@officine/db/retention'
import type { RetainedKind } from '@officine/db/retention'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { localDayOf } from '@officine/domain/calendar/local-time'
import type { TenantId } from '@officine/domain/tenant-id'
import { retentionDays } from './retention-periods.ts'

export type RetentionOutcome =
  | { readonly ran: true; readonly letGo: Readonly<Record<RetainedKind, number>> }
  /** Another worker, or this one, was here today. */
  | { readonly ran: false }

/** People of one round: a town that starts to tidy after years does it over some nights. */
const peopleAtOnce = 500

/**
 * Lets go of everything in a town whose time is over and writes down what, in one transaction: once for each day in Rome, however many workers ask.
 * Works as the worker's role, which overwrites people without reading them.
 */
export function runRetention(db: Database, tenantId: TenantId, now: Date): Promise<RetentionOutcome> {
  return withTenant(db, tenantId, async (tx) => {
    if (!(await insertDone(tx, `retention:${localDayOf(now)}`, now))) return { ran: false }
    const before = (what: RetainedKind) => new Date(now.getTime() - retentionDays[what] * 86_400_000)
    const counts: [RetainedKind, number][] = [['people', await erasePeople(tx, before('people'), now)]]
    for (const what of deletedKinds) counts.push([what, await letGoOf(tx, what, before(what))])
    await insertRetentionRuns(
      tx,
      counts.map(([what, affected]) => ({
        id: newId(now),
        ranAt: now,
        what,
        keptDays: retentionDays[what],
        beforeAt: before(what),
        affected,
      })),
    )
    return { ran: true, letGo: Object.fromEntries(counts) as Record<RetainedKind, number> } // each kind stands there once
  })
}

async function erasePeople(tx: TenantTransaction, before: Date, now: Date): Promise<number> {
  const unseen = await listPeopleUnseenSince(tx, before, now, peopleAtOnce)
  for (const personId of unseen) await erasePerson(tx, personId, now)
  return unseen.length
}
