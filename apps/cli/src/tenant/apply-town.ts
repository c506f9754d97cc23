import { applyTenant } from '@officine/db/apply-tenant'
import type { ApplyOutcome } from '@officine/db/apply-tenant'
import type { Database } from '@officine/db/database'
import type { HeldAhead } from '@officine/db/held-ahead'
import { newId } from '@officine/db/new-id'
import { settleStranded } from '@officine/tenants/settle-stranded'
import type { Stranded, StrandedTreatment } from '@officine/tenants/settle-stranded'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { tenantToApply } from '@officine/tenants/tenant-to-apply'

export type StrandedPlace = Stranded<HeldAhead>

/** Puts a checked town in force through the owner's connection; whoever holds a place it takes away is treated as said, or nothing is done. */
export function applyTown(
  owner: Database,
  config: TenantConfig,
  isDevelopment: boolean,
  now: Date,
  treatment: StrandedTreatment = { how: 'refuse' },
): Promise<ApplyOutcome<StrandedPlace>> {
  return applyTenant(
    owner,
    tenantToApply(config, isDevelopment),
    now,
    () => newId(now),
    (held, outOfOrder, otherHours) => settleStranded(config, held, outOfOrder, treatment, otherHours),
  )
}
