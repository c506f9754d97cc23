import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { closeDatabase, openDatabase } from '../src/database.ts'
import type { Database } from '../src/database.ts'
import { auditEvent } from '../src/schema.ts'
import { readInTenant } from '../src/read-in-tenant.ts'
import { withTenant } from '../src/with-tenant.ts'

let database: TestDatabase
let db: Database
const sent: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase(database.url('api'), { connections: 2, onStatement: (statement) => sent.push(statement) })
})
afterAll(async () => {
  await closeDatabase(db)
  await database.drop()
})

const allumiere = tenantId('allumiere')
const currentTown = sql`select current_setting('app.tenant_id', true) as town, current_setting('transaction_read_only') as read_only`

describe('one question of one town', { timeout: 8_000 }, () => {
  test('is asked between its begin and its commit, the town named first', async () => {
    await db.execute(sql`select 1`) // the connection's own first words
    sent.length = 0
    const [row] = await readInTenant(db, allumiere, (tx) => tx.execute(currentTown))
    expect(row).toEqual({ town: 'allumiere', read_only: 'on' })
    expect(sent.map((statement) => statement.split(' current_setting')[0])).toEqual([
      'begin read only',
      "SET LOCAL app.tenant_id = 'allumiere'",
      'select',
      'commit',
    ])
  })

  test('may be two statements that are sent together', async () => {
    const [one, two] = await readInTenant(db, allumiere, (tx) =>
      Promise.all([tx.execute(currentTown), tx.execute(currentTown)]),
    )
    expect([one[0]?.['town'], two[0]?.['town']]).toEqual(['allumiere', 'allumiere'])
  })

  test('leaves no town behind', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => readInTenant(db, allumiere, (tx) => tx.execute(sql`select 1`))),
    )
    const rows = await Promise.all(Array.from({ length: 20 }, () => db.execute(currentTown)))
    expect(rows.filter(([row]) => (row?.['town'] ?? '') !== '')).toEqual([])
  })

  test('does not mix two towns that ask at once', async () => {
    const towns = Array.from({ length: 60 }, (_, index) => tenantId(`town-${index}`))
    const answers = await Promise.all(
      towns.map((town) => readInTenant(db, town, (tx) => tx.execute(currentTown))),
    )
    expect(answers.map(([row]) => row?.['town'])).toEqual(towns)
  })

  test('cannot write', async () => {
    const writing = readInTenant(db, allumiere, (tx) =>
      tx
        .insert(auditEvent)
        .values({ tenantId: allumiere, id: randomUUIDv7(), at: new Date(), action: 'try' }),
    )
    await expect(writing).rejects.toMatchObject({ cause: { code: '25006' } })
  })

  test('that fails gives its connection back', async () => {
    for (let time = 0; time < 5; time += 1) {
      await expect(readInTenant(db, allumiere, (tx) => tx.execute(sql`select 1 / 0`))).rejects.toMatchObject({
        cause: { code: '22012' },
      })
      const fault = async () => {
        throw new Error('ours')
      }
      await expect(readInTenant(db, allumiere, fault)).rejects.toThrow('ours')
    }
    expect(await withTenant(db, allumiere, async () => 'still here')).toBe('still here')
  })

  test('survives its connection being killed, again and again', async () => {
    const killed = sql`select pg_terminate_backend(pg_backend_pid())`
    for (let time = 0; time < 8; time += 1) {
      const outcomes = await Promise.allSettled([
        readInTenant(db, allumiere, (tx) => tx.execute(killed)),
        readInTenant(db, allumiere, (tx) => tx.execute(currentTown)),
      ])
      expect(outcomes[0]?.status).toBe('rejected')
    }
    const [row] = await readInTenant(db, allumiere, (tx) => tx.execute(currentTown))
    expect(row).toMatchObject({ town: 'allumiere' })
  })

  test('is refused inside a transaction', async () => {
    const nested = withTenant(db, allumiere, (tx) =>
      readInTenant(tx as unknown as Database, allumiere, async () => 1),
    )
    await expect(nested).rejects.toThrow('never a transaction')
  })
})
