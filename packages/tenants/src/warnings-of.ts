import type { TenantConfig } from './tenant-config.ts'

/** What does not stop a town from being served, and must not be forgotten before it opens. */
export function warningsOf(config: TenantConfig): readonly string[] {
  const { hosts, contacts, accessibility, sites, pools, services } = config
  const addresses = Object.values(contacts)
  return [
    ...(hosts.length === 0 ? [`hosts: none yet, the portal answers at ${config.id}.localhost only`] : []),
    ...(addresses.length === 0 ? ['contacts: none, a citizen without a computer has no way in'] : []),
    ...(addresses.some((address) => address.endsWith('.example'))
      ? ['contacts: a placeholder under .example']
      : []),
    ...sites
      .filter(({ openingHours }) => openingHours.length === 0)
      .map(({ slug }) => `sites[${slug}].openingHours: none, the portal says neither open nor shut`),
    ...(pools.length === 0 ? ['pools: none, nothing can be booked from the portal'] : []),
    // L. 4/2004 and D.Lgs. 106/2018: the declaration is made on AgID's form, one for each site.
    ...(accessibility.declarationUrl === undefined
      ? ['accessibility.declarationUrl: the declaration is due by law']
      : []),
    ...pools
      .filter((pool) => !services.some((service) => service.pool === pool.slug))
      .map((pool) => `pools[${pool.slug}]: no service leads to it`),
    ...(config.assumptions.length > 0
      ? [`assumptions: ${config.assumptions.length} values that no source gives`]
      : []),
  ]
}
