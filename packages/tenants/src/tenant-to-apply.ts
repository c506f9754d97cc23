import { hashOfJson } from '@officine/domain/allocation/hashes'
import { hostsOf } from './tenant-config.ts'
import type { TenantConfig } from './tenant-config.ts'

/** What the database keeps of a checked town: its configuration whole, with the rows that bookings point at drawn from it. */
export function tenantToApply(config: TenantConfig, isDevelopment: boolean) {
  return {
    id: config.id,
    kind: config.kind,
    name: config.name,
    hosts: hostsOf(config, isDevelopment),
    hash: hashOfJson(config),
    rulesHash: hashOfJson(config.rules),
    effectiveFrom: config.rules.effectiveFrom,
    config,
    sites: config.sites.map(({ slug, name }) => ({ slug, name: name.it })),
    pools: config.pools.map(({ slug, site, name, units }) => {
      const rules = config.rules.pools[slug]
      if (rules === undefined)
        throw new Error(`Pool ${slug} of ${config.id} has no rules: the town was not checked`)
      return { slug, site, kind: rules.kind, name: name.it, units }
    }),
  }
}
