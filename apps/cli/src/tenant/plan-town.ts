import { listHeldAhead } from '@officine/db/apply-tenant'
import type { Database } from '@officine/db/database'
import { findConfig, findConfigVersion } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { planChanges } from '@officine/tenants/plan-changes'
import type { Change } from '@officine/tenants/plan-changes'
import { strandedBookings } from '@officine/tenants/stranded-bookings'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import type { Stranded } from './apply-town.ts'

export interface TownPlan {
  /** The version in force; 0 for a town that is not there yet. */
  readonly version: number
  readonly changes: readonly Change[]
  readonly stranded: readonly Stranded[]
}

/** What `apply` would do now, changing nothing. */
export function planTown(owner: Database, next: TenantConfig, now: Date): Promise<TownPlan> {
  return withTenant(owner, next.id, async (tx) => {
    const version = (await findConfigVersion(tx)) ?? 0
    // Checked before it was stored, and only `apply` can store one.
    const current = (await findConfig(tx, version)) as TenantConfig | undefined
    const held = await listHeldAhead(tx, now)
    return { version, changes: planChanges(current, next), stranded: strandedBookings(next, held) }
  })
}
