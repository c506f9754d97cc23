import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Database } from '@officine/db/database'
import { listTowns } from '@officine/db/towns'
import { withTenant } from '@officine/db/with-tenant'
import { countWords } from '@officine/db/word-counts'
import type { WordCounts } from '@officine/db/word-counts'
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { RoundLog } from '../round-log.ts'

export interface WorkerMetricsOptions {
  readonly db: Database
  readonly now: () => Date
  readonly rounds: RoundLog
  /** 0 for any that is free. */
  readonly port: number
  /** How long figures of all towns are good for, so that whoever asks often does not count often. */
  readonly goodForMilliseconds?: number
}

export interface WorkerMetrics {
  readonly port: number
  /** A fault of ours, of whatever round. */
  readonly failed: () => void
  readonly stop: () => Promise<void>
}

/** The worker's figures in Prometheus's text format at `/metrics`, on this machine's loopback alone. WordCounts over all towns: no label names a town or a person. */
export async function serveWorkerMetrics({
  db,
  now,
  rounds,
  port,
  goodForMilliseconds = 30_000,
}: WorkerMetricsOptions): Promise<WorkerMetrics> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'officine_worker_' })
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `officine_worker_${name}`, help, labelNames, registers: [registry] })
  const words = gauge('words', 'Words to citizens: due and unsettled, delayed among them, given up.', [
    'state',
  ])
  const oldest = gauge(
    'oldest_due_word_seconds',
    'How long the oldest due word has waited; 0 when none does.',
  )
  const calls = gauge('calls_open', 'Calls that the desks have still to make.')
  const lastRounds = gauge(
    'round_last_success_timestamp_seconds',
    'When a round last went through, on the installation’s clock.',
    ['round'],
  )
  const failures = new Counter({
    name: 'officine_worker_failures_total',
    help: 'Defects of ours in a job or a round.',
    registers: [registry],
  })

  let counting: Promise<WordCounts> | undefined
  let countedAt = Number.NEGATIVE_INFINITY
  const counted = (): Promise<WordCounts> => {
    if (counting === undefined || performance.now() - countedAt > goodForMilliseconds) {
      countedAt = performance.now()
      counting = countAll(db, now())
      counting.catch(() => {
        countedAt = Number.NEGATIVE_INFINITY // whoever asks next counts anew
      })
    }
    return counting
  }
  const measure = async () => {
    const sums = await counted()
    for (const state of ['waiting', 'delayed', 'failed'] as const) words.set({ state }, sums[state])
    const waited = sums.oldestDueAt === undefined ? 0 : now().getTime() - sums.oldestDueAt.getTime()
    oldest.set(Math.max(0, waited / 1000))
    calls.set(sums.callsOpen)
    for (const [round, at] of rounds.last()) lastRounds.set({ round }, at.getTime() / 1000)
  }

  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    measure()
      .then(() => registry.metrics())
      .then(
        (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
        () => response.writeHead(503).end(), // the database is away: no figures rather than old ones
      )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    failed: () => failures.inc(),
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function countAll(db: Database, now: Date): Promise<WordCounts> {
  let sums: WordCounts = { waiting: 0, delayed: 0, failed: 0, callsOpen: 0, oldestDueAt: undefined }
  for (const { id } of await listTowns(db)) {
    const own = await withTenant(db, id, (tx) => countWords(tx, now))
    const dueAts = [sums.oldestDueAt, own.oldestDueAt].filter((at) => at !== undefined)
    sums = {
      waiting: sums.waiting + own.waiting,
      delayed: sums.delayed + own.delayed,
      failed: sums.failed + own.failed,
      callsOpen: sums.callsOpen + own.callsOpen,
      oldestDueAt: dueAts.toSorted((one, other) => one.getTime() - other.getTime())[0],
    }
  }
  return sums
}
