/**
 * What a booking over HTTP costs beside the same statements straight through the driver, and a request among 1,000 towns beside one among 10.
 * Durable settings (fsync on); figures are for comparing runs on one machine, so it prints ratios first.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedCluster } from '@officine/db/embedded/embedded-cluster'
import { roleUrl } from '@officine/db/embedded/credentials'
import { newBookingCode, newQrSecret } from '@officine/db/new-booking-code'
import { migrate } from '@officine/db/migrate'
import { replayStatements } from '@officine/testing/replay-statements'
import { benchTowns, fillBenchTowns } from './bench-towns.ts'
import type { BenchCitizen } from './bench-towns.ts'
import { startBenchServer } from './bench-server.ts'
import type { SentStatement } from './bench-server.ts'

const clients = 32
const agent = new Agent({ keepAlive: true, maxSockets: clients })
const bookings = Number(process.argv[2] ?? 700)

const dataDirectory = mkdtempSync(join(tmpdir(), 'officine-bench-'))
const cluster = await startEmbeddedCluster({ dataDirectory, say: () => {} })
try {
  await migrate(roleUrl(cluster.credentials, 'owner'))
  const few = await measure(10)
  const many = await measure(1_000)
  console.log(
    `booking over HTTP ÷ the same statements through the driver   ${(few.http / few.driver).toFixed(2)}   (${few.http.toFixed(0)}/s ÷ ${few.driver.toFixed(0)}/s, ${clients} clients, ${few.statements} statements each)`,
  )
  console.log(
    `cost of a request at 1,000 towns ÷ at 10                     ${(few.http / many.http).toFixed(2)}   (${(1000 / many.http).toFixed(2)} ms ÷ ${(1000 / few.http).toFixed(2)} ms of server time)`,
  )
} finally {
  await cluster.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
}

/** Bookings a second over HTTP and through the driver, among so many towns. */
async function measure(
  towns: number,
): Promise<{ readonly http: number; readonly driver: number; readonly statements: number }> {
  const configs = benchTowns(towns, `b${towns}x`)
  const citizens = await fillBenchTowns(roleUrl(cluster.credentials, 'owner'), configs, bookings * 2)
  const server = await startBenchServer(roleUrl(cluster.credentials, 'api'))
  try {
    // Every town was asked for before: what is measured is a running installation, not a first visit.
    await eachOf([...new Set(citizens.map(({ host }) => host))], (host) => visit(server.port, host))
    await eachOf(citizens.slice(0, clients * 2), (citizen) =>
      bookOverHttp(server.port, citizen, randomUUID()),
    )
    const measured = citizens.slice(clients * 2, bookings)
    const startedAt = performance.now()
    await eachOf(measured, (citizen) => bookOverHttp(server.port, citizen, randomUUID()))
    const http = (measured.length / (performance.now() - startedAt)) * 1000
    const sample = citizens[bookings]
    if (sample === undefined) throw new Error('Too few citizens')
    await server.lastStatements() // starts the recording
    await bookOverHttp(server.port, sample, randomUUID())
    const recorded = await server.lastStatements()
    const rounds = citizens.slice(bookings + 1).map((citizen) => substitution(sample, citizen, recorded))
    const driver = await replayStatements(roleUrl(cluster.credentials, 'api'), recorded, rounds, clients, 16)
    return { http, driver, statements: recorded.length }
  } finally {
    await server.stop()
  }
}

/** The recorded booking's values, with those of another citizen in their place; what the booking made of itself is made anew. */
function substitution(
  sample: BenchCitizen,
  citizen: BenchCitizen,
  recorded: readonly SentStatement[],
): ReadonlyMap<string, unknown> {
  const inserted = recorded.find(({ text }) => text.includes('insert into "booking" '))?.parameters ?? []
  const code = inserted.find((value) => typeof value === 'string' && /^[0-9A-Z]{8}$/.test(value))
  const secret = inserted.find((value) => typeof value === 'string' && /^[\w-]{22}$/.test(value))
  const key = inserted.find(
    (value) =>
      typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(value) && value !== sample.personId,
  )
  const unit = recorded.find(({ text }) => text.includes('insert into "booking_unit" '))?.parameters ?? []
  const givenUnit = sampleUnit(unit, sample)
  return new Map<string, unknown>([
    [sample.town, citizen.town],
    [sample.personId, citizen.personId],
    [sample.tokenHash, citizen.tokenHash],
    [sample.poolId, citizen.poolId],
    [givenUnit, citizen.unitId],
    [sample.day, citizen.day],
    [sample.startsAt.toISOString(), citizen.startsAt.toISOString()],
    [sample.endsAt.toISOString(), citizen.endsAt.toISOString()],
    [String(code), newBookingCode()],
    [String(secret), newQrSecret()],
    [String(key), randomUUID()],
  ])
}

/** The last identifier of an inserted place that is not the pool's, the booking's nor its own: columns go id, booking, pool, unit. */
function sampleUnit(parameters: readonly unknown[], { town }: BenchCitizen): string {
  const ids = parameters.filter(
    (value) => typeof value === 'string' && value !== town && /^[0-9a-f-]{36}$/.test(value),
  )
  return String(ids[3])
}

function visit(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    httpRequest(
      { agent, port, host: '127.0.0.1', path: '/trpc/town.current', headers: { host: `${host}:${port}` } },
      (answer) => {
        answer.resume()
        answer.on('end', resolve)
      },
    )
      .on('error', reject)
      .end()
  })
}

function bookOverHttp(
  port: number,
  { host, token, poolId, day, from, to }: BenchCitizen,
  idempotencyKey: string,
): Promise<void> {
  const body = JSON.stringify({ poolId, day, from, to, idempotencyKey })
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/trpc/bookings.book',
        headers: {
          host: `${host}:${port}`,
          origin: `http://${host}:${port}`,
          cookie: `officine-${port}=${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        let text = ''
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        answer.on('end', () =>
          text.includes('"booked":true')
            ? resolve()
            : reject(new Error(`${answer.statusCode} ${text.slice(0, 300)}`)),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Runs the work over all items, `clients` at a time. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
