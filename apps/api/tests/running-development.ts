import { createServer } from 'node:net'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import { keyringOf, newKeyring } from '@officine/db/keyring'
import type { Keyring } from '@officine/db/keyring'
import type { Browser, Page } from '@officine/testing/browser'
import { testDatabase } from '@officine/testing/test-database'
import { applyTowns } from '@officine/testing/town-in-database'
import { buildApp } from '../src/app.ts'
import type { AppOptions } from '../src/app.ts'
import { registerDevelopment } from '../src/dev/register-development.ts'
import { sessionCookieName } from '../src/identity/cookies.ts'

export interface RunningDevelopment {
  readonly port: number
  readonly db: Database
  readonly owner: Database
  readonly keyring: Keyring
  readonly cookieName: string
  readonly at: (path: string, town?: string) => string
  readonly moveClock: (minutes: number) => void
  readonly now: () => Date
  /** What a town's rows hold, as its own request could read them. */
  readonly rows: (town: string, statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly stop: () => Promise<void>
}

/** The development server on a port of its own, with a database of its own and a clock that tests move. */
export async function runningDevelopment(
  logging: Partial<Pick<AppOptions, 'logLevel' | 'logTo'>> = {},
): Promise<RunningDevelopment> {
  const database = await testDatabase()
  await applyTowns(database)
  const db = openDatabase(database.url('api'), { connections: 10 })
  const owner = openDatabase(database.url('owner'), { connections: 4 })
  const port = await freePort()
  const keyring = keyringOf(newKeyring(new Date()))
  const cookieName = sessionCookieName(true, port)
  let moved = 0
  const now = () => new Date(Date.now() + moved)
  const app = await buildApp({
    db,
    now,
    keyring,
    cookieName,
    isDevelopment: true,
    logLevel: 'error',
    ...logging,
    trustedProxies: [],
    register: (house, towns, options) => registerDevelopment(house, { ...options, owner, towns, port }),
  })
  await app.listen({ port, host: '127.0.0.1' })
  return {
    port,
    db,
    owner,
    keyring,
    cookieName,
    now,
    at: (path, town = 'allumiere') => `http://${town}.localhost:${port}${path}`,
    moveClock: (minutes) => {
      moved += minutes * 60_000
    },
    rows: (town, statement) =>
      db.$client.begin(async (tx) => {
        await tx.unsafe(`set local app.tenant_id = '${town}'`)
        return tx.unsafe(statement)
      }),
    stop: async () => {
      await app.close()
      await Promise.all([closeDatabase(db), closeDatabase(owner)])
      await database.drop()
    },
  }
}

/** Goes from a page that asks to sign in to the identity provider's, chooses somebody, and ends where the town sends them. */
export async function signInAs(browser: Browser, start: string, persona: string): Promise<Page> {
  const choice = await browser.open(start)
  return browser.submit(choice.url, { persona })
}

/** Asks a procedure of a town the way a screen does. */
export async function ask(
  browser: Browser,
  url: string,
  input?: unknown,
): Promise<{ status: number; data: unknown }> {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  return answered(await browser.open(`${url}${query}`))
}

/** Sends a procedure of a town a change the way a screen does. */
export async function tell(
  browser: Browser,
  url: string,
  input?: unknown,
): Promise<{ status: number; data: unknown }> {
  const headers = { 'content-type': 'application/json', origin: new URL(url).origin }
  return answered(await browser.open(url, { method: 'POST', headers, body: JSON.stringify(input ?? {}) }))
}

function answered({ status, body }: Page): { status: number; data: unknown } {
  const read = JSON.parse(body) as { result?: { data: unknown }; error?: unknown }
  return { status, data: read.result?.data ?? read.error }
}

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
