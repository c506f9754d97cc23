import type { PlaceOfTown } from '@officine/db/towns'
import type { PoolCalendar } from '@officine/domain/booking/booking-period'
import { changesOfPool } from '@officine/domain/booking/changes-of-pool'
import type { TenantId } from '@officine/domain/tenant-id'
import type { Language, PoolPresentation, TenantConfig } from '@officine/tenants/tenant-config'

/** A town as one version of its configuration describes it. Never changes: a new version is a new Town. */
export interface Town {
  readonly id: TenantId
  readonly version: number
  readonly rulesHash: string
  readonly config: TenantConfig
  readonly pools: readonly PoolOfTown[]
}

/** A pool: its rules, what the citizen is told of it, its places, and when its town's file shuts it; what the desk decides is read for each question (`asOpen`). */
export interface PoolOfTown extends PoolCalendar {
  readonly poolId: string
  readonly slug: string
  readonly presentation: PoolPresentation
  readonly places: readonly PlaceOfTown[]
}

/** Brings together a configuration and the places that were made from it. */
export function townOf(
  config: TenantConfig,
  version: number,
  rulesHash: string,
  places: readonly PlaceOfTown[],
): Town {
  const bySlug = Map.groupBy(places, ({ slug }) => slug)
  const pools = config.pools.flatMap((presentation): PoolOfTown[] => {
    const { slug } = presentation
    const pool = config.rules.pools[slug]
    const [place, ...others] = bySlug.get(slug) ?? []
    if (pool === undefined || place === undefined) return []
    const about = { site: presentation.site, poolId: place.poolId }
    return [
      {
        poolId: place.poolId,
        slug,
        presentation,
        rules: config.rules,
        pool,
        changes: changesOfPool(config.closures, [], about),
        places: [place, ...others],
      },
    ]
  })
  return { id: config.id, version, rulesHash, config, pools }
}

export function findPool(town: Town, poolId: string): PoolOfTown | undefined {
  return town.pools.find((pool) => pool.poolId === poolId)
}

export function findPoolBySlug(town: Town, slug: string): PoolOfTown | undefined {
  return town.pools.find((pool) => pool.slug === slug)
}

/** What the town wrote, in the reader's language, or in Italian: a town may not speak it. */
export function textIn<T>(
  texts: Readonly<Partial<Record<Language, T>>> & { readonly it: T },
  language: Language,
): T {
  return texts[language] ?? texts.it
}
