import { randomUUID } from 'node:crypto'
import { applyTenant } from '@officine/db/apply-tenant'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { person } from '@officine/db/schema'
import { nobodyStranded } from '@officine/db/settle-bookings'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantId } from '@officine/domain/tenant-id'
import type { TenantConfig } from '@officine/tenants/tenant-config'
import { tenantToApply } from '@officine/tenants/tenant-to-apply'
import { towns } from '@officine/tenants/towns'
import type { TestDatabase } from './test-database.ts'

/** Puts the towns that ship with the product in force in a test database. */
export async function applyTowns(
  database: TestDatabase,
  configs: readonly TenantConfig[] = towns,
): Promise<void> {
  const owner = openDatabase(database.url('owner'), { connections: 1 })
  for (const config of configs) {
    await applyTenant(
      owner,
      tenantToApply(config, true),
      new Date('2026-01-01T00:00:00Z'),
      () => newId(new Date()),
      () => nobodyStranded,
    )
  }
  await closeDatabase(owner)
}

/** Makes invented people of a town who have accepted its notice, and answers their ids. */
export async function insertPeople(
  db: Database,
  town: TenantId,
  howMany: number,
): Promise<readonly string[]> {
  const ids = Array.from({ length: howMany }, () => randomUUID())
  await withTenant(db, town, (tx) =>
    tx.insert(person).values(
      ids.map((id, at) => ({
        tenantId: town,
        id,
        givenName: 'Persona',
        familyName: `Numero ${at}`,
        bornOn: '1990-05-01',
        madeAtCounter: true,
        noticeVersion: '1',
        noticeAcceptedAt: new Date('2026-01-01T00:00:00Z'),
        createdAt: new Date('2026-01-01T00:00:00Z'),
      })),
    ),
  )
  return ids
}

/** Opens every connection of a pool first: with one warm connection the rivals would queue up politely and never race. */
export async function warmUp(db: Database, connections: number): Promise<void> {
  await Promise.all(Array.from({ length: connections }, () => db.$client`select pg_sleep(0.1)`))
}
