import type { Database } from '@officine/db/database'
import { checkTenant } from '@officine/tenants/check-tenant'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { applyTown } from '../tenant/apply-town.ts'

/** Applies the towns that ship with the product; a town already as its file says is left alone. One line for each that changed or could not be. */
export async function applyTowns(
  owner: Database,
  towns: readonly TenantConfig[],
  now: Date,
): Promise<readonly string[]> {
  const lines: string[] = []
  for (const town of towns) {
    const checked = checkTenant(town)
    if (!checked.ok)
      throw new Error(
        checked.faults
          .map(({ path, found, allowed }) => `${town.id}: ${path} is ${found}, allowed: ${allowed}`)
          .join('\n'),
      )
    const outcome = await applyTown(owner, checked.config, true, now)
    if (outcome.applied) lines.push(`Town ${town.name}: version ${outcome.version} in force.`)
    else if (outcome.reason === 'host-taken')
      lines.push(`Town ${town.name} was left as it is: ${outcome.host} belongs to ${outcome.by}.`)
    else if (outcome.reason === 'would-strand-bookings')
      lines.push(
        `Town ${town.name} was left as it is: ${outcome.stranded.length} bookings to come would lose their place.`,
      )
  }
  return lines
}
