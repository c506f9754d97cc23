import type { Database } from '@officine/db/database'
import { listHeldAhead, listOutOfOrderAhead } from '@officine/db/held-ahead'
import { listOtherHoursAhead } from '@officine/db/opening-changes'
import { findConfig, findConfigVersion } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { planChanges } from '@officine/tenants/plan-changes'
import type { Change } from '@officine/tenants/plan-changes'
import { settleStranded } from '@officine/tenants/settle-stranded'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import type { StrandedPlace } from './apply-town.ts'

export interface TownPlan {
  /** The version in force; 0 for a town that is not there yet. */
  readonly version: number
  readonly changes: readonly Change[]
  /** Held places that would be gone, and the unit that a move would give back instead, if there is one. */
  readonly stranded: readonly { readonly place: StrandedPlace; readonly toUnit: number | undefined }[]
}

/** What `apply` would do now, changing nothing. */
export function planTown(owner: Database, next: TenantConfig, now: Date): Promise<TownPlan> {
  return withTenant(owner, next.id, async (tx) => {
    const version = (await findConfigVersion(tx)) ?? 0
    // Checked before it was stored, and only `apply` can store one.
    const current = (await findConfig(tx, version)) as TenantConfig | undefined
    const held = await listHeldAhead(tx, now)
    const outOfOrder = await listOutOfOrderAhead(tx, now)
    const otherHours = await listOtherHoursAhead(tx, now)
    const { left, moves } = settleStranded(next, held, outOfOrder, { how: 'move' }, otherHours)
    const stranded = [...moves, ...left.map((place) => ({ place, toUnit: undefined }))].toSorted(
      (one, other) => one.place.startsAt.getTime() - other.place.startsAt.getTime(),
    )
    return { version, changes: planChanges(current, next), stranded }
  })
}
