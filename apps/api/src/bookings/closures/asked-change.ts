import { isAbout } from '@officine/domain/booking/changes-of-pool'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { daysThrough, refusalOfChange } from '@officine/domain/booking/decide-change'
import type { ChangeRefusal } from '@officine/domain/booking/decide-change'
import type { DecidedChange } from '@officine/db/opening-changes'
import type { PoolDay } from '@officine/db/pools'
import { asOpen } from '../../opening-of-pool.ts'
import type { PoolOfTown, Town } from '../../town.ts'

/** A change of the opening as the desk asks for it, placed in the town. */
export interface PlacedAsk {
  readonly change: PlacedChange
  /** The pools that it is about. */
  readonly pools: readonly PoolOfTown[]
}

/** Finds what a change is about; undefined for a site or pool that the town has not. A pool's change carries its site. */
export function placeChange(town: Town, change: PlacedChange): PlacedAsk | undefined {
  const { poolId } = change
  if (poolId !== undefined) {
    const pool = town.pools.find((each) => each.poolId === poolId)
    if (pool === undefined) return undefined
    return { change: { ...change, site: pool.presentation.site }, pools: [pool] }
  }
  if (change.site !== undefined && !town.config.sites.some(({ slug }) => slug === change.site))
    return undefined
  const pools = town.pools.filter((pool) => isAbout(change, aboutOf(pool)))
  return { change, pools }
}

/** The days that a change is decided about: its lock rows. */
export function daysOfChange({ change, pools }: PlacedAsk): readonly PoolDay[] {
  return daysThrough(change).flatMap((day) => pools.map(({ poolId }) => ({ poolId, day })))
}

/** Why a change cannot be made beside those that stand; undefined when it can. */
export function refusalOf(
  { change, pools }: PlacedAsk,
  decided: readonly DecidedChange[],
  now: Date,
): ChangeRefusal | undefined {
  const beside = decided.filter((each) =>
    change.kind === 'closed'
      ? each.site === change.site && each.poolId === change.poolId
      : pools.some((pool) => isAbout(each, aboutOf(pool))),
  )
  return refusalOfChange({ change, pools: pools.map((pool) => asOpen(pool, decided)), beside }, now)
}

function aboutOf({ presentation: { site }, poolId }: PoolOfTown) {
  return { site, poolId }
}
