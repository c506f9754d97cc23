import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWorkerMetrics } from '../src/notifications/serve-worker-metrics.ts'
import type { WorkerMetrics } from '../src/notifications/serve-worker-metrics.ts'
import { roundLog } from '../src/round-log.ts'
import { allumiere, pignataro, wordRig } from './word-rig.ts'
import type { WordRig } from './word-rig.ts'

let rig: WordRig
let metrics: WorkerMetrics
const rounds = roundLog()
beforeAll(async () => {
  rig = await wordRig()
  metrics = await serveWorkerMetrics({
    db: rig.worker,
    now: () => rig.clock.now,
    rounds,
    port: 0,
    goodForMilliseconds: 0,
  })
})
afterAll(async () => {
  await metrics.stop()
  await rig.end()
})

const read = async () => (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text()
const value = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`officine_worker_${name} `))
      ?.split(' ')
      .at(-1),
  )

test('the worker’s figures are sums over all towns, and name nobody and nowhere', async () => {
  const email = 'figura@posta.example'
  const inOne = await rig.book(allumiere, await rig.person(allumiere, email), '2026-11-23')
  await rig.book(pignataro, await rig.person(pignataro, null, '+390766000117'), '2026-11-24')
  rig.clock.now = new Date(rig.clock.now.getTime() + 90_000)
  const [word] = (await rig.words(allumiere, inOne)).filter(({ topic }) => topic === 'booking-confirmed')
  await rig.superuser`update officine.outbox set attempts = 2, fault = 'ESOCKET' where id = ${word?.id ?? ''}`
  const before = await read()
  expect(value(before, 'words{state="waiting"}')).toBe(2)
  expect(value(before, 'words{state="delayed"}')).toBe(1)
  expect(value(before, 'words{state="failed"}')).toBe(0)
  expect(value(before, 'oldest_due_word_seconds')).toBe(90)
  expect(before).not.toMatch(/allumiere|pignataro|Persona|figura|tenant/i)

  await rig.startWorker()
  await Promise.all([rig.settled(allumiere), rig.settled(pignataro)])
  const after = await read()
  expect(value(after, 'words{state="waiting"}')).toBe(0)
  expect(value(after, 'oldest_due_word_seconds')).toBe(0)
  expect(value(after, 'calls_open')).toBe(1)

  await rig.superuser`update officine.outbox set outcome = 'failed' where id = ${word?.id ?? ''}`
  expect(value(await read(), 'words{state="failed"}')).toBe(1)
})

test('a round that went through says when, a defect is counted, and nothing else is served', async () => {
  rounds.succeeded('retention', new Date('2026-11-20T02:30:00Z'))
  metrics.failed()
  const text = await read()
  expect(value(text, 'round_last_success_timestamp_seconds{round="retention"}')).toBe(
    Date.parse('2026-11-20T02:30:00Z') / 1000,
  )
  expect(value(text, 'failures_total')).toBe(1)
  expect((await fetch(`http://127.0.0.1:${metrics.port}/`)).status).toBe(404)
})
