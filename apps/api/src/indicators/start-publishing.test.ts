import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { findEdition } from '@officine/db/read-released'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'
import { startPublishing } from './start-publishing.ts'

let database: TestDatabase
let db: Database
const published: string[] = []
const faults: unknown[] = []
let looks = 0
let now = new Date('2026-10-14T10:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  db = openDatabase(database.url('publisher'), { connections: 2 })
})
afterAll(async () => {
  await closeDatabase(db)
  await database.drop()
})

const begin = (patienceMilliseconds = 20) =>
  startPublishing({
    db,
    now: () => {
      looks += 1
      return now
    },
    onPublished: ({ lastDay }) => published.push(lastDay),
    onError: (error) => faults.push(error),
    everyMilliseconds: 20,
    patienceMilliseconds,
  })

test('every night once: the missing one at once, the next after four, and many that were missed in one', async () => {
  const publishing = begin()
  await expect.poll(() => published).toEqual(['2026-10-13'])
  now = new Date('2026-10-15T01:30:00Z') // half past three in Rome
  const seen = looks
  await expect.poll(() => looks).toBeGreaterThan(seen + 2)
  expect(published).toEqual(['2026-10-13'])
  now = new Date('2026-10-15T02:30:00Z')
  await expect.poll(() => published).toEqual(['2026-10-13', '2026-10-14'])
  now = new Date('2026-10-25T09:00:00Z')
  await expect.poll(() => published.at(-1)).toBe('2026-10-24')
  await publishing.stop()
  expect(published).toHaveLength(3)
  expect(faults).toEqual([])
  expect(await findEdition(db)).toMatchObject({ lastDay: '2026-10-24' })
})

test('after a fault it waits before it tries again, and then makes up for the night', async () => {
  const owner = openDatabase(database.url('owner'), { connections: 1 })
  now = new Date('2026-10-26T09:00:00Z')
  await owner.$client`revoke insert on released.town_quarter from officine_publisher`
  await owner.$client`revoke select on usage_day from officine_publisher`
  const publishing = begin()
  await expect.poll(() => faults.length).toBeGreaterThan(0)
  expect(published.at(-1)).toBe('2026-10-24')
  await owner.$client`grant insert on released.town_quarter to officine_publisher`
  await owner.$client`grant select on usage_day to officine_publisher`
  await expect.poll(() => published.at(-1)).toBe('2026-10-25')
  await publishing.stop()
  await closeDatabase(owner)
})
