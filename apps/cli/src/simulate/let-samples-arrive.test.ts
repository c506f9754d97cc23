import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBookingsOn } from '@officine/db/bookings'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { withTenant } from '@officine/db/with-tenant'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'
import { allumiere } from '@officine/tenants/allumiere'
import { letSamplesArrive } from './let-samples-arrive.ts'
import { loadSampleUse } from './load-sample-use.ts'

const day = '2026-11-24'
let database: TestDatabase
let owner: Database

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database, [allumiere])
  owner = openDatabase(database.url('owner'), { connections: 1 })
  // The evening before: everybody of that day is still expected.
  const now = new Date('2026-11-23T20:00:00+01:00')
  await loadSampleUse(owner, { towns: [allumiere], years: 1, seed: 1, now })
}, 60_000)
afterAll(async () => {
  await closeDatabase(owner)
  await database.drop()
})

const statuses = async (from: string) => {
  const records = await withTenant(owner, allumiere.id, (tx) => listBookingsOn(tx, day))
  return records
    .filter(({ startsAt }) => startsAt.getTime() === Date.parse(`${day}T${from}:00+01:00`))
    .map(({ status }) => status)
}

test('by noon most of the morning is in, nobody of the afternoon; in the evening all who came are gone, and a second look changes nothing', async () => {
  expect(new Set(await statuses('09:00'))).toEqual(new Set(['confirmed']))

  await letSamplesArrive(owner, new Date(`${day}T12:00:00+01:00`))
  const morning = await statuses('09:00')
  const present = morning.filter((status) => status === 'checked-in')
  expect(present.length).toBeGreaterThan(0)
  expect(present.length).toBeGreaterThanOrEqual(morning.length / 2)
  expect(new Set(await statuses('14:00'))).toEqual(new Set(['confirmed']))
  await letSamplesArrive(owner, new Date(`${day}T12:00:00+01:00`))
  expect(await statuses('09:00')).toEqual(morning)

  await letSamplesArrive(owner, new Date(`${day}T20:00:00+01:00`))
  // Who was in stays in until the rounds of the house close the day.
  expect(await statuses('09:00')).not.toContain('confirmed')
  expect((await statuses('14:00')).filter((status) => status === 'completed').length).toBeGreaterThan(0)
})
