import { and, asc, eq, gt, inArray, isNull, lt } from 'drizzle-orm'
import { unit, unitOutage } from './schema.ts'
import type { TenantTransaction } from './with-tenant.ts'

export type OutageRow = typeof unitOutage.$inferSelect

/** When places of some pools are out of order in `[from, to)`. */
export async function listOutages(
  tx: TenantTransaction,
  poolIds: readonly string[],
  from: Date,
  to: Date,
): Promise<readonly Pick<OutageRow, 'poolId' | 'unitId' | 'startsAt' | 'endsAt'>[]> {
  return tx
    .select({
      poolId: unitOutage.poolId,
      unitId: unitOutage.unitId,
      startsAt: unitOutage.startsAt,
      endsAt: unitOutage.endsAt,
    })
    .from(unitOutage)
    .where(
      and(
        eq(unitOutage.tenantId, tx.tenantId),
        inArray(unitOutage.poolId, [...poolIds]),
        lt(unitOutage.startsAt, to),
        gt(unitOutage.endsAt, from),
        isNull(unitOutage.endedAt),
      ),
    )
    .orderBy(asc(unitOutage.startsAt), asc(unitOutage.id))
}

/** Writes that a place is out of order; the days' locks must be held. */
export async function insertOutage(
  tx: TenantTransaction,
  outage: Omit<OutageRow, 'tenantId' | 'endedAt'>,
): Promise<void> {
  await tx.insert(unitOutage).values({ tenantId: tx.tenantId, ...outage })
}

/** The places out of order now or later, soonest first. */
export async function listOutagesInForce(
  tx: TenantTransaction,
  now: Date,
): Promise<readonly (OutageRow & { readonly label: string })[]> {
  const rows = await tx
    .select({ outage: unitOutage, label: unit.label })
    .from(unitOutage)
    .innerJoin(unit, and(eq(unit.tenantId, unitOutage.tenantId), eq(unit.id, unitOutage.unitId)))
    .where(
      and(
        eq(unitOutage.tenantId, tx.tenantId),
        eq(unit.tenantId, tx.tenantId),
        gt(unitOutage.endsAt, now),
        isNull(unitOutage.endedAt),
      ),
    )
    .orderBy(asc(unitOutage.startsAt), asc(unitOutage.id))
  return rows.map(({ outage, label }) => ({ ...outage, label }))
}

/** Writes that a place is in order again; false when no such outage was in force. */
export async function closeOutage(tx: TenantTransaction, outageId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(unitOutage)
    .set({ endedAt: now })
    .where(and(eq(unitOutage.tenantId, tx.tenantId), eq(unitOutage.id, outageId), isNull(unitOutage.endedAt)))
    .returning({ id: unitOutage.id })
  return rows.length === 1
}
