import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { recordInstallationFact } from '@officine/db/installation-facts'
import { makeKeyringFile } from '@officine/db/keyring'
import { publishUsage } from '@officine/db/publish-usage'
import { Browser } from '@officine/testing/browser'
import { testDatabase } from '@officine/testing/test-database'
import type { TestDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'

const folder = fileURLToPath(new URL('..', import.meta.url))
const shelf = mkdtempSync(join(tmpdir(), 'officine-production-'))
const keyring = join(shelf, 'keyring.json')
let database: TestDatabase
let owner: Database
const running: ChildProcess[] = []

beforeAll(async () => {
  await build({ root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'error' })
  makeKeyringFile(keyring, new Date())
  database = await testDatabase()
  await applyTowns(database)
  owner = openDatabase(database.url('owner'), { connections: 2 })
}, 120_000)
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await closeDatabase(owner)
  await database.drop()
  rmSync(shelf, { recursive: true, force: true })
})

const settings = () => ({
  DATABASE_URL: database.url('api'),
  OFFICINE_KEYRING: keyring,
  OFFICINE_OIDC_ISSUER: 'https://id.example.org',
  OFFICINE_OIDC_CLIENT_ID: 'officine',
  OFFICINE_OIDC_CLIENT_SECRET: 'secret',
})

interface Started {
  readonly child: ChildProcess
  readonly port: number
  /** What it said on standard error, when it has ended. */
  readonly ended: Promise<{ readonly status: number | null; readonly said: string }>
}

async function start(environment: Readonly<Record<string, string>>, program = 'server'): Promise<Started> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(folder, 'dist', `${program}.js`)], {
    env: { PATH: process.env['PATH'], PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.push(child)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = once(child, 'close').then(([status]: (number | null)[]) => ({ status: status ?? null, said }))
  return { child, port, ended }
}

async function listening({ port }: Started): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      if ((await new Browser().open(`http://127.0.0.1:${port}/ready`)).status === 200) return
    } catch (error) {
      if (tries > 200) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('what is built for production', () => {
  const files = () => readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.js'))

  test('is the server, the worker, the publisher and the Region’s server', () => {
    expect(files()).toEqual(
      expect.arrayContaining(['publisher.js', 'regione-server.js', 'server.js', 'worker.js']),
    )
  })

  test('holds no identity provider of development, no invented person and no door for programs', () => {
    for (const name of files()) {
      const text = readFileSync(join(folder, 'dist', name), 'utf8')
      for (const forbidden of [
        'oidc-provider',
        'working-mother',
        '/dev/',
        'src/dev',
        'registerDevelopment',
        'dev/mailbox',
        'persona-senza-telefono',
      ])
        expect([name, forbidden, text.includes(forbidden)]).toEqual([name, forbidden, false])
      const map = JSON.parse(readFileSync(join(folder, 'dist', `${name}.map`), 'utf8')) as {
        sources: string[]
      }
      expect(map.sources.filter((source) => /\/dev\/|oidc-provider|personas/.test(source))).toEqual([])
    }
    expect(existsSync(join(folder, 'src', 'dev', 'development-provider.ts'))).toBe(true)
  })
})

describe('the server of an installation', () => {
  test('says each missing or wrong setting in a line of its own, and ends', async () => {
    const { ended } = await start({
      DATABASE_URL: 'mysql://localhost',
      DATABASE_URL_OWNER: database.url('owner'),
      OFFICINE_OIDC_ISSUER: 'http://id.example.org',
      OFFICINE_DATABASE_CONNECTIONS: 'many',
    })
    const { status, said } = await ended
    expect(status).toBe(1)
    const lines = said.trim().split('\n')
    for (const name of [
      'DATABASE_URL ',
      'DATABASE_URL_OWNER ',
      'OFFICINE_OIDC_ISSUER ',
      'OFFICINE_OIDC_CLIENT_ID is missing',
      'OFFICINE_OIDC_CLIENT_SECRET is missing',
      'OFFICINE_DATABASE_CONNECTIONS ',
    ])
      expect(lines.filter((line) => line.startsWith(`server: ${name}`))).toHaveLength(1)
    expect(lines).toHaveLength(6)
    expect(said).not.toContain(database.url('owner'))
  })

  test('does not work as anybody but its own role, whatever the address says', async () => {
    for (const url of [database.superuserUrl, database.url('owner')]) {
      const { status, said } = await (await start({ ...settings(), DATABASE_URL: url })).ended
      expect([status, said]).toEqual([1, expect.stringContaining('officine_api alone')])
    }
  })

  test('told to stop, it finishes what was asked, takes nothing new and ends well', async () => {
    const started = await start(settings())
    await listening(started)
    const { promise: held, resolve: hold } = Promise.withResolvers<void>()
    const { promise: freed, resolve: free } = Promise.withResolvers<void>()
    const lock = owner.$client.begin(async (tx) => {
      await tx.unsafe('lock table officine.booking in access exclusive mode')
      hold()
      await freed
    })
    await held
    const asked = `http://allumiere.localhost:${started.port}/trpc/town.now?input=${encodeURIComponent('{"language":"it"}')}`
    const underWay = new Browser().open(asked)
    const waiting = () =>
      owner.$client`select 1 from pg_locks where not granted and relation = 'officine.booking'::regclass`
    await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBeGreaterThan(0)
    started.child.kill('SIGTERM')
    const knock = () =>
      new Browser().open(`http://127.0.0.1:${started.port}/health`).then(
        () => 'open',
        () => 'shut',
      )
    await expect.poll(knock, { timeout: 30_000 }).toBe('shut')
    free()
    await lock
    expect((await underWay).status).toBe(200)
    expect(await started.ended).toEqual({ status: 0, said: '' })
  })
})

const ofWorker = () => ({
  DATABASE_URL_WORKER: database.url('worker'),
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'officine@example.org',
})
const ofRegione = () => ({
  ...settings(),
  DATABASE_URL_REGIONE: database.url('regione'),
  DATABASE_URL_REGIONE_APP: database.url('regioneApp'),
  OFFICINE_REGIONE_HOST: 'regione.example.org',
})

describe('the publisher of an installation', () => {
  test('holds its own address of the database and no other', async () => {
    const { ended } = await start(
      { DATABASE_URL: database.url('api'), DATABASE_URL_OWNER: database.url('owner') },
      'publisher',
    )
    const { status, said } = await ended
    expect(status).toBe(1)
    const lines = said.trim().split('\n')
    expect(lines).toHaveLength(3)
    for (const name of [
      'DATABASE_URL must not',
      'DATABASE_URL_OWNER must not',
      'DATABASE_URL_PUBLISHER is missing',
    ])
      expect(lines.filter((line) => line.startsWith(`publisher: ${name}`))).toHaveLength(1)
  })

  test('counts as nobody but its own role', async () => {
    for (const url of [database.url('api'), database.url('worker'), database.superuserUrl]) {
      const { status, said } = await (await start({ DATABASE_URL_PUBLISHER: url }, 'publisher')).ended
      expect([status, said]).toEqual([1, expect.stringContaining('officine_publisher alone')])
    }
  })

  test('releases the night that is missing by itself, and told to stop it ends well', async () => {
    const started = await start({ DATABASE_URL_PUBLISHER: database.url('publisher') }, 'publisher')
    const released = () => owner.$client`select last_day::text as day from released.edition`
    await expect.poll(async () => (await released()).length, { timeout: 30_000 }).toBe(1)
    started.child.kill('SIGTERM')
    expect(await started.ended).toEqual({ status: 0, said: '' })
  })
})

describe('on a database that holds samples', () => {
  beforeAll(() => recordInstallationFact(owner, 'sample-use', 'loaded', new Date()))

  test.each([
    ['server', settings],
    ['worker', ofWorker],
    ['publisher', () => ({ DATABASE_URL_PUBLISHER: database.url('publisher') })],
  ] as const)('the %s does not start', async (program, environment) => {
    const { status, said } = await (await start(environment(), program)).ended
    expect([status, said]).toEqual([1, expect.stringContaining('production does not serve it')])
  })

  test('the Region’s server does not start either, once figures about invented people are out', async () => {
    const publisher = openDatabase(database.url('publisher'), { connections: 1 })
    await publishUsage(publisher, new Date())
    await closeDatabase(publisher)
    const { DATABASE_URL: _ofTheTowns, ...environment } = ofRegione()
    const { status, said } = await (await start(environment, 'regione-server')).ended
    expect([status, said]).toEqual([1, expect.stringContaining('production does not show them')])
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
