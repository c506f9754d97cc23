import { tenantId } from '@officine/domain/tenant-id'
import { allumiere } from '@officine/tenants/allumiere'
import type { TenantConfig } from '@officine/tenants/tenant-config'

/** Lazio's inland, roughly: an invented town stands where no real one is meant. */
const area = { south: 41.3, north: 42.7, west: 12.1, east: 13.6 } as const

/** A town that does not exist, the `number`th: the rules and rooms of a real one under a name that says what it is. */
export function inventedTown(number: number): TenantConfig {
  const name = `Paese d’Esempio ${number}`
  const institutionName = { it: `Comune di ${name} (inventato)`, en: `Municipality of ${name} (invented)` }
  // The golden ratio scatters points evenly, however many they are.
  const along = (number * 0.618_033_988_749) % 1
  const across = (number * 0.754_877_666_247) % 1
  return {
    ...allumiere,
    id: tenantId(`esempio-${number}`),
    name,
    institutionName,
    institutionUrl: 'https://example.org',
    hosts: [],
    rules: { ...allumiere.rules, tenant: `esempio-${number}` },
    sites: allumiere.sites.map((site) => ({
      ...site,
      coordinates: {
        latitude: area.south + along * (area.north - area.south),
        longitude: area.west + across * (area.east - area.west),
      },
    })),
    sources: [],
  }
}
