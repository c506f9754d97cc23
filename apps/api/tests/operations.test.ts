import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'
import { buildApp } from '../src/app.ts'
import type { AppOptions } from '../src/app.ts'

let database: TestDatabase
let db: Database
const built: FastifyInstance[] = []
const host = 'allumiere.localhost'

beforeAll(async () => {
  database = await testDatabase()
  await applyTowns(database)
  db = openDatabase(database.url('api'), { connections: 4 })
})
afterAll(async () => {
  await Promise.all(built.map((app) => app.close()))
  await closeDatabase(db)
  await database.drop()
})

async function appWith(options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  const app = await buildApp({
    db,
    now: () => new Date(),
    keyring: keyringOf(newKeyring(new Date())),
    isDevelopment: true,
    cookieName: 'officine',
    logLevel: 'silent',
    trustedProxies: [],
    ...options,
  })
  built.push(app)
  return app
}

const town = (app: FastifyInstance, url: string) => app.inject({ url, headers: { host } })

test('the metrics tell procedures and statuses, and nothing that a caller makes up', async () => {
  const app = await appWith()
  await town(app, '/trpc/town.current?input=%7B%22language%22%3A%22it%22%7D')
  await town(app, '/trpc/town.made-up-by-Scognamillo')
  await town(app, '/Scognamillo?nome=Ermenegilda')
  const { statusCode, body, headers } = await app.inject({ url: '/metrics' })
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toContain('text/plain')
  expect(body).toMatch(
    /officine_http_request_seconds_count\{method="GET",route="town.current",status="200"\} 1/,
  )
  expect(body).toContain('officine_process_cpu_seconds_total')
  expect(body).toContain('officine_clock_offset_seconds 0')
  expect(body).not.toMatch(/Scognamillo|Ermenegilda|allumiere/)
})

test('a clock that was moved is seen in the metrics', async () => {
  const app = await appWith({ now: () => new Date(Date.now() + 86_400_000) })
  const { body } = await app.inject({ url: '/metrics' })
  expect(body).toContain('officine_clock_offset_seconds 86400')
})

test.each([
  ['this machine', {}, { remoteAddress: '127.0.0.1' }, 200],
  ['another machine', {}, { remoteAddress: '192.0.2.7' }, 404],
  [
    'anybody behind a proxy on this machine',
    { 'x-forwarded-for': '192.0.2.7' },
    { remoteAddress: '127.0.0.1' },
    404,
  ],
])('without a token %s reads them or not', async (_who, headers, from, status) => {
  const app = await appWith()
  expect((await app.inject({ url: '/metrics', headers, ...from })).statusCode).toBe(status)
})

test('with a token, who shows it reads them from anywhere, and this machine without it does not', async () => {
  const token = 'a-token-of-twenty-four-letters'
  const app = await appWith({ metricsToken: token })
  const read = (authorization: string) =>
    app.inject({ url: '/metrics', headers: { authorization }, remoteAddress: '192.0.2.7' })
  expect((await read(`Bearer ${token}`)).statusCode).toBe(200)
  expect((await read(`Bearer ${token}x`)).statusCode).toBe(404)
  expect((await app.inject({ url: '/metrics' })).statusCode).toBe(404)
})

test('it is ready while the database answers and nobody told it to stop; it lives in any case', async () => {
  const app = await appWith()
  const away = openDatabase('postgres://officine_api:wrong@127.0.0.1:1/none', { connections: 1 })
  const without = await appWith({ db: away })
  const stopping = await appWith({ isStopping: () => true })
  const ready = async (one: FastifyInstance) => (await one.inject({ url: '/ready' })).statusCode
  expect([await ready(app), await ready(without), await ready(stopping)]).toEqual([200, 503, 503])
  for (const one of [app, without, stopping])
    expect((await one.inject({ url: '/health' })).statusCode).toBe(200)
  await closeDatabase(away)
})

test('the proxy learns which hosts deserve a certificate, and nobody behind it does', async () => {
  const app = await appWith()
  const ask = async (domain: string, headers: Record<string, string> = {}) =>
    (await app.inject({ url: `/known-host?domain=${encodeURIComponent(domain)}`, headers })).statusCode
  expect(await ask('Allumiere.localhost')).toBe(200)
  expect(await ask('allumiere.localhost.example.org')).toBe(404)
  expect(await ask('')).toBe(404)
  expect(await ask('allumiere.localhost', { 'x-forwarded-for': '203.0.113.7' })).toBe(404)
})
