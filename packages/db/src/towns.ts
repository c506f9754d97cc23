import { and, asc, eq, isNull } from 'drizzle-orm'
import type { TenantId } from '@officine/domain/tenant-id'
import { tenantId as checkedTenantId } from '@officine/domain/tenant-id'
import type { Database } from './database.ts'
import { pool, tenant, tenantConfig, tenantHost, unit } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export interface TownAtHost {
  readonly host: string
  readonly id: TenantId
  readonly configVersion: number
}

/** Every host that answers and the town behind it, suspended towns left out: one read of two small tables. */
export async function listHosts(db: Database): Promise<readonly TownAtHost[]> {
  const rows = await db
    .select({ host: tenantHost.host, id: tenant.id, configVersion: tenant.configVersion })
    .from(tenantHost)
    .innerJoin(tenant, eq(tenant.id, tenantHost.tenantId))
    .where(isNull(tenant.suspendedAt))
  return rows.map((row) => ({ ...row, id: checkedTenantId(row.id) }))
}

/** Every town of the installation, by slug. */
export async function listTowns(db: Database): Promise<
  readonly {
    readonly id: TenantId
    readonly name: string
    readonly kind: (typeof tenant.$inferSelect)['kind']
  }[]
> {
  const rows = await db
    .select({ id: tenant.id, name: tenant.name, kind: tenant.kind })
    .from(tenant)
    .orderBy(asc(tenant.id))
  return rows.map((row) => ({ ...row, id: checkedTenantId(row.id) }))
}

/** The version of the town's configuration in force. Read it after the locks: applying a configuration takes the same ones. */
export async function findConfigVersion(tx: TenantTransaction): Promise<number | undefined> {
  const [row] = await tx
    .select({ version: tenant.configVersion })
    .from(tenant)
    .where(eq(tenant.id, tx.tenantId))
  return row?.version
}

/** The configuration stored as a version, as JSON that was checked before it was applied. */
export async function findConfig(tx: TenantTransaction, version: number): Promise<unknown> {
  const [row] = await tx
    .select({ config: tenantConfig.config })
    .from(tenantConfig)
    .where(and(eq(tenantConfig.tenantId, tx.tenantId), eq(tenantConfig.version, version)))
  return row?.config
}

export interface PlaceOfTown {
  readonly poolId: string
  readonly slug: string
  readonly kind: typeof pool.$inferSelect.kind
  readonly unitId: string
  readonly number: number
  readonly label: string
  readonly isAccessible: boolean
}

/** Every place the town gives out, by pool and number; retired ones left out. */
export async function listPlaces(tx: TenantTransaction): Promise<readonly PlaceOfTown[]> {
  return tx
    .select({
      poolId: pool.id,
      slug: pool.slug,
      kind: pool.kind,
      unitId: unit.id,
      number: unit.number,
      label: unit.label,
      isAccessible: unit.isAccessible,
    })
    .from(unit)
    .innerJoin(pool, and(eq(pool.tenantId, unit.tenantId), eq(pool.id, unit.poolId)))
    .where(
      and(
        eq(unit.tenantId, tx.tenantId),
        eq(pool.tenantId, tx.tenantId),
        isNull(unit.retiredAt),
        isNull(pool.retiredAt),
      ),
    )
    .orderBy(asc(pool.slug), asc(unit.number))
}
