import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantId } from '@officine/domain/tenant-id'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns, insertPeople } from '@officine/testing/town-in-database'
import { closeDatabase, openDatabase } from '../src/database.ts'
import type { Database } from '../src/database.ts'
import { erasureJournal, journalIn, readErasures } from '../src/embedded/erasure-journal.ts'
import { erasePerson } from '../src/erase-person.ts'
import { withTenant } from '../src/with-tenant.ts'

const town = tenantId('allumiere')
const now = new Date('2026-12-01T08:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'officine-journal-'))
let database: TestDatabase
let api: Database
let client: postgres.Sql

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  api = openDatabase(database.url('api'), { connections: 1 })
  client = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await client.end()
  await closeDatabase(api)
  await database.drop()
  rmSync(folder, { recursive: true })
})

test('after a restore whose copy never knew some of the journal’s people, who is erased next is written down too', async () => {
  const unknown = [1, 2, 3].map((n) => `01900000-0000-7000-8000-00000000000${n}`)
  writeFileSync(
    journalIn(folder),
    unknown
      .map((person) => `${JSON.stringify({ town, person, at: '2026-11-01T08:00:00+00:00' })}\n`)
      .join(''),
  )
  const { keepUp } = erasureJournal(client, folder)
  await keepUp()
  const [first = '', second = ''] = await insertPeople(api, town, 2)
  for (const personId of [first, second]) {
    await withTenant(api, town, (tx) => erasePerson(tx, personId, now))
    await keepUp()
    await keepUp()
  }
  expect(readErasures([folder]).map(({ person }) => person)).toEqual([...unknown, first, second])
})
