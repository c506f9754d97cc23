import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { countBookings } from '@officine/db/sample-use'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { findDevelopmentFact } from '@officine/db/installation-facts'
import { listTowns } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'
import { environmentIn } from '../testing/environment-in.ts'
import { run } from './simulate-command.ts'

let databases: TestDatabase[]
let opened: Database[]
let said: string[]

beforeAll(async () => {
  databases = [await testDatabase(), await testDatabase()]
  opened = databases.map((database) => openDatabase(database.url('owner'), { connections: 1 }))
})
afterAll(async () => {
  await Promise.all(opened.map((db) => closeDatabase(db)))
  await Promise.all(databases.map((database) => database.drop()))
})
beforeEach(() => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
})
afterEach(() => vi.restoreAllMocks())

const simulate = (at: number, ...args: readonly string[]) =>
  run(args, environmentIn('/nowhere', { owner: databases[at]?.url('owner') }))
const bookingsOf = async (db: Database | undefined) => {
  if (db === undefined) throw new Error('no database')
  const counted = (await listTowns(db)).map(({ id }) => withTenant(db, id, (tx) => countBookings(tx)))
  return Promise.all(counted)
}

test('an empty database is filled, marked as holding samples, and not filled twice', async () => {
  expect(await simulate(0, '--towns', '4', '--seed', '3')).toBe(0)
  const [db] = opened
  if (db === undefined) throw new Error('no database')
  expect(await findDevelopmentFact(db)).toBe('sample-use')
  const counted = await bookingsOf(db)
  expect(counted).toHaveLength(4)
  for (const bookings of counted) expect(bookings).toBeGreaterThan(1_000)
  const sum = counted.reduce((all, one) => all + one, 0)
  expect(said.join()).toContain(`${sum} bookings by invented people in 4 towns`)

  expect(await simulate(0, '--towns', '4', '--seed', '3')).toBe(0)
  expect(await bookingsOf(db)).toEqual(counted)
  expect(said.join()).toContain('left as it is')
}, 120_000)

test('a database with a town and no samples is not touched: its people may be real', async () => {
  const [, database] = databases
  if (database === undefined) throw new Error('no database')
  await applyTowns(database)
  expect(await simulate(1)).toBe(2)
  expect(said.join()).toContain('may be real')
  expect(new Set(await bookingsOf(opened[1]))).toEqual(new Set([0]))
})

test.each([[['--towns', '0']], [['--years', 'two']], [['--seed', '-1']], [['allumiere']], [['--fast']]])(
  '%j is answered with the usage',
  async (args) => {
    expect(await simulate(0, ...args)).toBe(2)
    expect(said.join()).toContain('Usage')
  },
)
