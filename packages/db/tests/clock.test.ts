import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { findClockOffset, followClock, readClock, saveClockOffset } from '../src/clock.ts'
import { closeDatabase, openDatabase } from '../src/database.ts'
import type { Database } from '../src/database.ts'

const day = 86_400_000
let database: TestDatabase
let owner: Database
const opened: Database[] = []
const as = (role: 'owner' | 'api' | 'worker', onStatement?: (statement: string) => void) => {
  const db = openDatabase(database.url(role), { connections: 1, ...(onStatement && { onStatement }) })
  opened.push(db)
  return db
}

beforeAll(async () => {
  database = await testDatabase()
  owner = as('owner')
})
afterAll(async () => {
  await Promise.all(opened.map((db) => closeDatabase(db)))
  await database.drop()
})

test('nobody moved it: it is the machine’s', async () => {
  expect(await findClockOffset(owner)).toBe(0)
})

test.each(['api', 'worker'] as const)('%s reads it, and does not move it', async (role) => {
  const db = as(role)
  await saveClockOffset(owner, 2 * day)
  expect(await findClockOffset(db)).toBe(2 * day)
  await expect(saveClockOffset(db, 0)).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('there is one clock: a second row is refused', async () => {
  const second = owner.$client`insert into officine.clock_offset (name, milliseconds, set_at) values ('worker', 1, '2026-01-01T00:00:00Z')`
  await expect(second).rejects.toMatchObject({ code: '23514' })
})

test('a process that runs sees it moved forth and back, and asking it is no question to the database', async () => {
  let statements = 0
  await saveClockOffset(owner, 0)
  const clock = await followClock(as('api', () => (statements += 1)))
  // `+ 0`: a millisecond between the two readings rounds to minus nothing.
  const ahead = () => Math.round((clock.now().getTime() - Date.now()) / 1000) + 0
  expect(ahead()).toBe(0)
  for (const offset of [90 * day, -day, 0]) {
    await saveClockOffset(owner, offset)
    await expect.poll(ahead, { timeout: 20_000 }).toBe(offset / 1000)
  }
  const before = statements
  for (let asked = 0; asked < 10_000; asked += 1) clock.now()
  expect(statements).toBe(before)
  clock.stop()
  await saveClockOffset(owner, day)
  await pause(1_000)
  expect(ahead()).toBe(0)
  const now = await readClock(owner)
  expect(now.getTime() - Date.now()).toBeGreaterThan(day - 1_000)
  await saveClockOffset(owner, 0)
})
