import { and, asc, eq, gte, inArray, ne, notInArray } from 'drizzle-orm'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { TenantId } from '@officine/domain/tenant-id'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { addDays } from '@officine/domain/calendar/local-day'
import { localDayOf } from '@officine/domain/calendar/local-time'
import type { Database } from './database.ts'
import { exactlyOne } from './exactly-one.ts'
import { listHeldAhead, listOutOfOrderAhead, lockHeldAhead } from './held-ahead.ts'
import { listOtherHoursAhead } from './opening-changes.ts'
import type { HeldAhead, PlaceTime } from './held-ahead.ts'
import { pool, poolDay, tenant, tenantConfig, tenantHost } from './schema.ts'
import { settleBookings } from './settle-bookings.ts'
import type { Settlement } from './settle-bookings.ts'
import { savePlaces } from './save-places.ts'
import type { SiteToSave, PoolToSave } from './save-places.ts'
import { withTenant } from './with-tenant.ts'
import type { TenantTransaction } from './with-tenant.ts'

export interface TenantToApply {
  readonly id: TenantId
  readonly kind: 'municipality' | 'municipio' | 'city'
  readonly name: string
  readonly hosts: readonly string[]
  /** SHA-256 of the canonical JSON of `config`, and of its rules alone. */
  readonly hash: string
  readonly rulesHash: string
  readonly effectiveFrom: LocalDay
  readonly config: unknown
  readonly sites: readonly SiteToSave[]
  readonly pools: readonly PoolToSave[]
}

export type ApplyOutcome<Stranded> =
  | {
      readonly applied: true
      readonly version: number
      /** Places given back elsewhere at the same time, and bookings cancelled. */
      readonly moved: number
      readonly cancelled: number
    }
  | { readonly applied: false; readonly reason: 'nothing-to-do'; readonly version: number }
  | { readonly applied: false; readonly reason: 'host-taken'; readonly host: string; readonly by: string }
  | {
      readonly applied: false
      readonly reason: 'would-strand-bookings'
      readonly stranded: readonly Stranded[]
    }

/** Further ahead than any window opens: days that a booking may be deciding about while we apply. */
const daysLocked = 120

/**
 * Puts a town's configuration in force as its next version, whole or not at all; the same one twice changes nothing.
 * Needs the owner's connection. `settle` says what becomes of the held places that the configuration would no longer give:
 * with any left over, nothing is applied; it may be asked again, and must answer the same to the same. Waits for the bookings
 * under way, and those that follow are decided by the new version.
 */
export async function applyTenant<Stranded>(
  owner: Database,
  town: TenantToApply,
  now: Date,
  newId: () => string,
  settle: (
    held: readonly HeldAhead[],
    outOfOrder: readonly PlaceTime[],
    otherHours: readonly PlacedChange[],
  ) => Settlement<Stranded>,
): Promise<ApplyOutcome<Stranded>> {
  const applied = withTenant(owner, town.id, async (tx): Promise<ApplyOutcome<Stranded>> => {
    const taken = await findTakenHost(tx, town.hosts)
    if (taken !== undefined) return { applied: false, reason: 'host-taken', ...taken }

    const inForce = await lockTown(tx, town, now)
    const hosts = await listOwnHosts(tx)
    if (inForce.hash === town.hash && sameHosts(hosts, town.hosts))
      return { applied: false, reason: 'nothing-to-do', version: inForce.version }

    await lockDaysAhead(tx, now)
    await lockHeldAhead(tx, now)
    const settlement = settle(
      await listHeldAhead(tx, now),
      await listOutOfOrderAhead(tx, now),
      await listOtherHoursAhead(tx, now),
    )
    if (settlement.left.length > 0)
      return { applied: false, reason: 'would-strand-bookings', stranded: settlement.left }

    await saveHosts(tx, town.hosts)
    await savePlaces(tx, town, now, newId)
    await settleBookings(tx, settlement, now, newId)
    const version = inForce.hash === town.hash ? inForce.version : await insertVersion(tx, town, now)
    const saved = await tx
      .update(tenant)
      .set({ kind: town.kind, name: town.name, configVersion: version })
      .where(eq(tenant.id, town.id))
      .returning({ id: tenant.id })
    exactlyOne(saved, 'town')
    return {
      applied: true,
      version,
      moved: settlement.moves.length,
      cancelled: settlement.cancellations.length,
    }
  })
  return applied.catch((error: unknown) => {
    if (error instanceof HostTaken) return { applied: false, reason: 'host-taken', ...error.taken }
    throw error
  })
}

/** Another town took the host while this one was being applied: thrown, so that nothing of this one stays. */
class HostTaken extends Error {
  readonly taken: { readonly host: string; readonly by: string }
  constructor(taken: { readonly host: string; readonly by: string }) {
    super(`${taken.host} is ${taken.by}'s`)
    this.taken = taken
  }
}

async function findTakenHost(tx: TenantTransaction, hosts: readonly string[]) {
  if (hosts.length === 0) return undefined
  const [row] = await tx
    .select({ host: tenantHost.host, by: tenantHost.tenantId })
    .from(tenantHost)
    .where(and(inArray(tenantHost.host, [...hosts]), ne(tenantHost.tenantId, tx.tenantId)))
  return row
}

/** Makes the town if it is new and locks its row, so that two applications follow one another; citizens' rows may still point at it. Answers what is in force. */
async function lockTown(tx: TenantTransaction, town: TenantToApply, now: Date) {
  await tx
    .insert(tenant)
    .values({ id: town.id, kind: town.kind, name: town.name, createdAt: now })
    .onConflictDoNothing()
  const locked = await tx
    .select({ version: tenant.configVersion })
    .from(tenant)
    .where(eq(tenant.id, town.id))
    .for('no key update')
  const { version } = exactlyOne(locked, 'town')
  const [row] = await tx
    .select({ hash: tenantConfig.hash })
    .from(tenantConfig)
    .where(and(eq(tenantConfig.tenantId, town.id), eq(tenantConfig.version, version)))
  return { version, hash: row?.hash }
}

async function listOwnHosts(tx: TenantTransaction): Promise<readonly string[]> {
  const rows = await tx
    .select({ host: tenantHost.host })
    .from(tenantHost)
    .where(eq(tenantHost.tenantId, tx.tenantId))
  return rows.map(({ host }) => host)
}

function sameHosts(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join(' ') === [...other].sort().join(' ')
}

async function saveHosts(tx: TenantTransaction, hosts: readonly string[]): Promise<void> {
  const ours = eq(tenantHost.tenantId, tx.tenantId)
  await tx
    .delete(tenantHost)
    .where(hosts.length === 0 ? ours : and(ours, notInArray(tenantHost.host, [...hosts])))
  if (hosts.length === 0) return
  await tx
    .insert(tenantHost)
    .values(hosts.map((host) => ({ host, tenantId: tx.tenantId })))
    .onConflictDoNothing()
  const taken = await findTakenHost(tx, hosts)
  if (taken !== undefined) throw new HostTaken(taken)
}

/** The locks of a booking, for every pool and day that one could be deciding about. */
async function lockDaysAhead(tx: TenantTransaction, now: Date): Promise<void> {
  const today = localDayOf(now)
  const pools = await tx.select({ id: pool.id }).from(pool).where(eq(pool.tenantId, tx.tenantId))
  const days = Array.from({ length: daysLocked }, (_, ahead) => addDays(today, ahead))
  for (const { id } of pools) {
    await tx
      .insert(poolDay)
      .values(days.map((day) => ({ tenantId: tx.tenantId, poolId: id, day })))
      .onConflictDoNothing()
  }
  await tx
    .select({ day: poolDay.day })
    .from(poolDay)
    .where(and(eq(poolDay.tenantId, tx.tenantId), gte(poolDay.day, today)))
    .orderBy(asc(poolDay.poolId), asc(poolDay.day))
    .for('update')
}

async function insertVersion(tx: TenantTransaction, town: TenantToApply, now: Date): Promise<number> {
  const versions = await tx
    .select({ version: tenantConfig.version })
    .from(tenantConfig)
    .where(eq(tenantConfig.tenantId, tx.tenantId))
  const version = Math.max(0, ...versions.map((row) => row.version)) + 1
  await tx.insert(tenantConfig).values({
    tenantId: tx.tenantId,
    version,
    hash: town.hash,
    rulesHash: town.rulesHash,
    effectiveFrom: town.effectiveFrom,
    config: town.config,
    appliedAt: now,
  })
  return version
}
