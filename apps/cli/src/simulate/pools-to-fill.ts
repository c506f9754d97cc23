import type { PlaceOfTown } from '@officine/db/towns'
import { addDays, daysBetween } from '@officine/domain/calendar/local-day'
import type { LocalDay, PoolRules } from '@officine/domain/rules/tenant-rules'
import type { TenantConfig } from '@officine/tenants/tenant-config'

/** A pool with its places and the days on which nobody comes. */
export interface PoolToFill {
  readonly poolId: string
  readonly slug: string
  readonly rules: PoolRules
  readonly places: readonly PlaceOfTown[]
  readonly closed: readonly LocalDay[]
}

/** The pools of a town that have places. */
export function poolsOf(config: TenantConfig, places: readonly PlaceOfTown[]): readonly PoolToFill[] {
  return Object.entries(config.rules.pools).flatMap(([slug, rules]) => {
    const own = places.filter((place) => place.slug === slug)
    const [first] = own
    if (first === undefined) return []
    const site = config.pools.find((pool) => pool.slug === slug)?.site
    const closures = config.closures
      .filter((closure) => closure.site === undefined || closure.site === site)
      .flatMap(({ from, to }) =>
        Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at)),
      )
    return [
      {
        poolId: first.poolId,
        slug,
        rules,
        places: own,
        closed: [...(config.rules.holidays ?? []), ...closures],
      },
    ]
  })
}
