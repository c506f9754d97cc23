import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { pool, site, unit } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export interface SiteToSave {
  readonly slug: string
  readonly name: string
}

export interface PoolToSave {
  readonly slug: string
  readonly site: string
  readonly kind: 'seats' | 'room' | 'care' | 'pet' | 'workshop' | 'desk' | 'equipment'
  readonly name: string
  readonly units: readonly {
    readonly number: number
    readonly label: string
    readonly isAccessible: boolean
  }[]
}

/**
 * Makes the town's sites, pools and units as given. They keep their ids by slug and number, because bookings point at
 * them; those no longer given are retired, never deleted, and come back when given again.
 */
export async function savePlaces(
  tx: TenantTransaction,
  { sites, pools }: { readonly sites: readonly SiteToSave[]; readonly pools: readonly PoolToSave[] },
  now: Date,
  newId: () => string,
): Promise<void> {
  const siteIds = await saveSites(tx, sites, newId)
  const keptPools: string[] = []
  for (const each of pools) {
    const siteId = siteIds.get(each.site)
    if (siteId === undefined)
      throw new Error(`Pool ${each.slug} stands in a site that is not given: ${each.site}`)
    const [row] = await tx
      .insert(pool)
      .values({
        tenantId: tx.tenantId,
        id: newId(),
        siteId,
        slug: each.slug,
        kind: each.kind,
        name: each.name,
      })
      .onConflictDoUpdate({
        target: [pool.tenantId, pool.slug],
        set: { siteId, kind: each.kind, name: each.name, retiredAt: null },
      })
      .returning({ id: pool.id })
    if (row === undefined) throw new Error(`Pool ${each.slug} was not saved`)
    keptPools.push(row.id)
    await saveUnits(tx, row.id, each.units, now, newId)
  }
  await tx
    .update(pool)
    .set({ retiredAt: now })
    .where(and(eq(pool.tenantId, tx.tenantId), isNull(pool.retiredAt), notInArray(pool.id, keptPools)))
}

async function saveSites(
  tx: TenantTransaction,
  sites: readonly SiteToSave[],
  newId: () => string,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const { slug, name } of sites) {
    const [row] = await tx
      .insert(site)
      .values({ tenantId: tx.tenantId, id: newId(), slug, name })
      .onConflictDoUpdate({ target: [site.tenantId, site.slug], set: { name } })
      .returning({ id: site.id })
    if (row !== undefined) ids.set(slug, row.id)
  }
  return ids
}

async function saveUnits(
  tx: TenantTransaction,
  poolId: string,
  units: PoolToSave['units'],
  now: Date,
  newId: () => string,
): Promise<void> {
  for (const { number, label, isAccessible } of units) {
    await tx
      .insert(unit)
      .values({ tenantId: tx.tenantId, id: newId(), poolId, number, label, isAccessible })
      .onConflictDoUpdate({
        target: [unit.tenantId, unit.poolId, unit.number],
        set: { label, isAccessible, retiredAt: null },
      })
  }
  await tx
    .update(unit)
    .set({ retiredAt: now })
    .where(
      and(
        eq(unit.tenantId, tx.tenantId),
        eq(unit.poolId, poolId),
        isNull(unit.retiredAt),
        notInArray(
          unit.number,
          units.map(({ number }) => number),
        ),
      ),
    )
}
