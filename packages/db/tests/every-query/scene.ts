import type { Database } from '../../src/database.ts'
import type { TenantId } from '@officine/domain/tenant-id'
import type { TenantTransaction } from '../../src/with-tenant.ts'
import type { Rows } from '../rows-of-every-table.ts'

type Asker = 'api' | 'owner' | 'worker' | 'publisher' | 'regione' | 'regioneApp'

/** How to call a query of the package once: by whom, and in the town's transaction or with the database. */
export type QueryCall =
  | { readonly by: Asker; readonly inTown: (tx: TenantTransaction, at: Scene) => Promise<unknown> }
  | { readonly by: Asker; readonly onDatabase: (db: Database, at: Scene) => Promise<unknown> }

/** The town that the calls stand in, with its one row of each table. */
export interface Scene {
  readonly town: TenantId
  readonly idOf: (table: string, column?: string) => string
  readonly now: Date
  readonly newId: () => string
}

export function sceneOf(town: TenantId, rows: Rows): Scene {
  let made = 0
  return {
    town,
    now: new Date('2026-10-01T08:00:00Z'),
    idOf: (table, column = 'id') => String(rows.get(table)?.[column]),
    newId: () => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`,
  }
}

/** A query of a request, in the town's transaction. */
export const asked = (inTown: (tx: TenantTransaction, at: Scene) => Promise<unknown>): QueryCall => ({
  by: 'api',
  inTown,
})
/** A query of a job, in the town's transaction. */
export const worked = (inTown: (tx: TenantTransaction, at: Scene) => Promise<unknown>): QueryCall => ({
  by: 'worker',
  inTown,
})
/** A query of a command that the owner runs. */
export const commanded = (inTown: (tx: TenantTransaction, at: Scene) => Promise<unknown>): QueryCall => ({
  by: 'owner',
  inTown,
})

/** A year after the scene. */
export const later = new Date('2027-10-01T08:00:00Z')
