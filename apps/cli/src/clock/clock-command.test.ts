import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { findClockOffset } from '@officine/db/clock'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { recordInstallationFact } from '@officine/db/installation-facts'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { environmentIn } from '../testing/environment-in.ts'
import { run } from './clock-command.ts'

let database: TestDatabase
let owner: Database
let said: string[]

beforeAll(async () => {
  database = await testDatabase()
  owner = openDatabase(database.url('owner'), { connections: 1 })
})
afterAll(async () => {
  await closeDatabase(owner)
  await database.drop()
})
beforeEach(() => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
})
afterEach(() => vi.restoreAllMocks())

const clock = (...args: readonly string[]) =>
  run(args, environmentIn('/nowhere', { owner: database.url('owner') }))

test('in an installation that may be a town’s own the clock is shown and not moved', async () => {
  expect(await clock('show')).toBe(0)
  expect(said.join()).toContain('as the machine’s')
  for (const words of [['set', '2026-03-29T09:00'], ['advance', '3h'], ['reset']]) {
    expect(await clock(...words)).toBe(2)
    expect(said.join()).toContain('may be a town’s own')
  }
  expect(await findClockOffset(owner)).toBe(0)
})

test('where only samples live it is set, advanced and put back', async () => {
  await recordInstallationFact(owner, 'sample-use', 'loaded', new Date())
  expect(await clock('set', '2031-03-29T23:00:00Z')).toBe(0)
  expect(said.join()).toContain('2031-03-30 00:00:0')
  expect(await clock('advance', '1d')).toBe(0) // a day of 23 hours
  const shown = new Date(Date.now() + (await findClockOffset(owner)))
  expect(shown.toISOString()).toMatch(/^2031-03-30T22:00:0/)
  expect(await clock('reset')).toBe(0)
  expect(await findClockOffset(owner)).toBe(0)
})

test.each([[[]], [['set']], [['show', 'now']], [['set', 'tomorrow']], [['advance', '-3h']], [['stop']]])(
  '%j is answered with the usage, and moves nothing',
  async (words) => {
    expect(await clock(...words)).toBe(2)
    expect(said.join()).toContain('Usage')
    expect(await findClockOffset(owner)).toBe(0)
  },
)
