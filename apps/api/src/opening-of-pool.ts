import { listOpeningChanges } from '@officine/db/opening-changes'
import type { DecidedChange } from '@officine/db/opening-changes'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { isAbout } from '@officine/domain/booking/changes-of-pool'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { addDays } from '@officine/domain/calendar/local-day'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { PoolOfTown } from './town.ts'

/** What the desk changed of the opening on some days. Read anew each time: a town is kept for a second, and a closure must be felt at once. */
export function readChanges(
  tx: TenantTransaction,
  from: LocalDay,
  days: number,
): Promise<readonly DecidedChange[]> {
  return listOpeningChanges(tx, from, addDays(from, days - 1))
}

/** A pool as it is open with what the desk decided, beside what its town's file says. */
export function asOpen(pool: PoolOfTown, decided: readonly PlacedChange[]): PoolOfTown {
  const about = { site: pool.presentation.site, poolId: pool.poolId }
  const changes = decided.filter((change) => isAbout(change, about))
  return changes.length === 0 ? pool : { ...pool, changes: [...pool.changes, ...changes] }
}
