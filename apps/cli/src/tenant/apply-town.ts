import { applyTenant } from '@officine/db/apply-tenant'
import type { ApplyOutcome, HeldAhead } from '@officine/db/apply-tenant'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { strandedBookings } from '@officine/tenants/stranded-bookings'
import type { StrandedBecause } from '@officine/tenants/stranded-bookings'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { tenantToApply } from '@officine/tenants/tenant-to-apply'

export type Stranded = HeldAhead & { readonly because: StrandedBecause }

/** Puts a checked town in force through the owner's connection; refuses to strand whoever holds a place. */
export function applyTown(
  owner: Database,
  config: TenantConfig,
  isDevelopment: boolean,
  now: Date,
): Promise<ApplyOutcome<Stranded>> {
  return applyTenant(
    owner,
    tenantToApply(config, isDevelopment),
    now,
    () => newId(now),
    (held) => strandedBookings(config, held),
  )
}
