import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { closeDatabase, openDatabase } from '../src/database.ts'
import type { Database } from '../src/database.ts'
import { withTenant } from '../src/with-tenant.ts'

let database: TestDatabase
let db: Database
const sent: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase(database.url('api'), { connections: 1, onStatement: (statement) => sent.push(statement) })
})
afterAll(async () => {
  await closeDatabase(db)
  await database.drop()
})

const allumiere = tenantId('allumiere')
const currentTown = sql`select current_setting('app.tenant_id', true) as town`

describe('a town transaction', () => {
  test('names its town before anything else is asked', async () => {
    await db.execute(sql`select 1`) // the connection's own first words
    sent.length = 0
    await withTenant(db, allumiere, (tx) => tx.execute(sql`select 1`))
    expect(sent.map((statement) => statement.trim())).toEqual([
      'begin',
      "SET LOCAL app.tenant_id = 'allumiere'",
      'select 1',
      'commit',
    ])
  })

  test('sees its own town', async () => {
    const [row] = await withTenant(db, allumiere, (tx) => tx.execute(currentTown))
    expect(row).toEqual({ town: 'allumiere' })
  })

  test('leaves no town behind on the pooled connection', async () => {
    await withTenant(db, allumiere, (tx) => tx.execute(sql`select 1`))
    const [row] = await db.execute(currentTown)
    expect(row).toEqual({ town: '' })
  })

  test('is refused to whoever already stands in one', async () => {
    await expect(
      withTenant(db, allumiere, (tx) =>
        withTenant(tx as unknown as Database, tenantId('cassino'), async () => 1),
      ),
    ).rejects.toThrow('never a transaction')
  })

  test('is refused to a name that is no slug, whatever the type says', async () => {
    const crafted = "x'; drop table booking; --" as typeof allumiere
    await expect(withTenant(db, crafted, async () => 1)).rejects.toThrow(RangeError)
  })

  test('is decided again, twice at most, when another one got in between', async () => {
    let times = 0
    const clash = withTenant(db, allumiere, async (tx) => {
      times += 1
      await tx.execute(sql.raw(`do $$ begin raise exception 'clash' using errcode = '40001'; end $$`))
    })
    await expect(clash).rejects.toMatchObject({ cause: { code: '40001' } })
    expect(times).toBe(3)
  })

  test('is not repeated for a fault of ours', async () => {
    let times = 0
    const fault = withTenant(db, allumiere, async (tx) => {
      times += 1
      await tx.execute(sql`select 1 / 0`)
    })
    await expect(fault).rejects.toMatchObject({ cause: { code: '22012' } })
    expect(times).toBe(1)
  })
})
