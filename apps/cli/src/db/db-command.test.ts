import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { environmentIn } from '../testing/environment-in.ts'
import { run } from './db-command.ts'

let folder: string
let printed: string[]
let complained: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officine-db-url-'))
  printed = []
  complained = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => complained.push(String(text)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const kept = {
  port: 5999,
  superuserPassword: 'super-secret-0123456789',
  rolePasswords: { owner: 'o'.repeat(20), api: 'a'.repeat(20), regione: 'r'.repeat(20) },
}

test.each([
  ['api', `postgres://officine_api:${'a'.repeat(20)}@127.0.0.1:5999/officine`],
  ['regione', `postgres://officine_regione:${'r'.repeat(20)}@127.0.0.1:5999/officine`],
])('the address of the embedded database for %s is printed alone', async (role, url) => {
  writeFileSync(join(folder, 'database.json'), JSON.stringify(kept))
  expect(await run(['url', '--role', role], environmentIn(folder))).toBe(0)
  expect(printed).toEqual([url])
})

test('an address in the environment comes before the embedded database', async () => {
  writeFileSync(join(folder, 'database.json'), JSON.stringify(kept))
  const environment = environmentIn(folder, { owner: 'postgres://o@db.example/officine' })
  expect(await run(['url', '--role', 'owner'], environment)).toBe(0)
  expect(printed).toEqual(['postgres://o@db.example/officine'])
  expect(await run(['url', '--role', 'worker'], environment)).toBe(2)
})

test('where nothing was started, it says so', async () => {
  expect(await run(['url'], environmentIn(folder))).toBe(2)
  expect(complained.join()).toContain(folder)
})

test.each([[['url', '--role', 'superuser']], [['url', '--as', 'owner']], [['uri']], [[]]])(
  '%j is answered with the usage',
  async (args) => {
    expect(await run(args, environmentIn(folder))).toBe(2)
    expect(complained.join()).toContain('Usage')
  },
)
