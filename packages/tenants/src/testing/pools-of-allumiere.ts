import { allumiere } from '../allumiere.ts'
import type { PoolPresentation } from '../tenant-config.ts'

/** Allumiere's pools by name, for tests that change one of them. */
export const seats = named('seats')
export const desk = named('desk')

function named(slug: string): PoolPresentation {
  const pool = allumiere.pools.find((each) => each.slug === slug)
  if (pool === undefined) throw new Error(`Allumiere has no pool ${slug}`)
  return pool
}
