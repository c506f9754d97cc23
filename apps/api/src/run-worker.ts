import { queueSchema } from '@officine/db/catalogue/allowances'
import { findConnectedRole } from '@officine/db/connected-role'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { pino } from 'pino'
import { processClock } from './clock.ts'
import type { WorkerEnvironment } from './env.ts'
import { deliverWord } from './notifications/deliver-word.ts'
import { giveUp } from './notifications/give-up.ts'
import { mailer } from './notifications/mailer.ts'
import type { PostOffice } from './notifications/post-office.ts'
import { longestReturnName } from './notifications/return-path.ts'
import { serveWorkerMetrics } from './notifications/serve-worker-metrics.ts'
import type { WorkerMetrics } from './notifications/serve-worker-metrics.ts'
import { openQueue } from './notifications/queue.ts'
import { startRelay } from './notifications/relay.ts'
import { refuseSamples } from './refuse-samples.ts'
import { startAttendance } from './attendance/start-attendance.ts'
import { roundLog } from './round-log.ts'
import { toldError } from './told-error.ts'
import { startRetention } from './retention/start-retention.ts'
import { townDirectory } from './town-directory.ts'
import { startWaitingRound } from './bookings/waiting/start-waiting-round.ts'

export interface WorkerKind extends Pick<PostOffice, 'originOf'> {
  readonly isDevelopment: boolean
}

/** Sends word until it is told to stop, then lets running jobs end before it lets the database go. */
export async function runWorker(environment: WorkerEnvironment, kind: WorkerKind): Promise<void> {
  const { DATABASE_URL_WORKER: url, SMTP_URL: smtpUrl, MAIL_FROM: mailFrom } = environment
  const log = pino({ level: environment.OFFICINE_LOG_LEVEL })
  const rounds = roundLog()
  let metrics: WorkerMetrics | undefined
  const onError = (error: unknown) => {
    metrics?.failed()
    log.error({ err: toldError(error) }, 'the worker met a fault')
  }
  const db = openDatabase(url, { connections: 8 })
  const role = await findConnectedRole(db)
  if (role.name !== 'worker')
    throw new Error(
      `DATABASE_URL_WORKER signs in as ${role.databaseRole}: the worker works as officine_worker alone.`,
    )
  if (!kind.isDevelopment) await refuseSamples(db)
  const clock = await processClock(db, kind.isDevelopment)
  const office = {
    db,
    towns: townDirectory(db, hashOfJson),
    mailer: mailer(smtpUrl),
    now: clock.now,
    mailFrom,
    mailReturn: checkedReturn(environment.MAIL_RETURN ?? mailFrom),
    originOf: kind.originOf,
  }
  const queue = await openQueue({ url, schema: queueSchema, onError })
  await queue.work({
    deliver: (job) => deliverWord(office, job),
    giveUp: (job) => giveUp(office, job),
  })
  const relay = startRelay({
    db,
    queue,
    now: clock.now,
    onError,
    onRound: (at) => rounds.succeeded('relay', at),
  })
  const retention = startRetention({
    db,
    now: clock.now,
    onError,
    onRound: (at) => rounds.succeeded('retention', at),
  })
  const waiting = startWaitingRound({ db, towns: office.towns, now: clock.now, onError })
  const attendance = startAttendance({ db, towns: office.towns, now: clock.now, onError })

  const metricsPort = environment.OFFICINE_WORKER_METRICS_PORT
  if (metricsPort !== undefined)
    metrics = await serveWorkerMetrics({ db, now: clock.now, rounds, port: metricsPort })

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    clock.stop()
    await relay.stop()
    await retention.stop()
    await waiting.stop()
    await attendance.stop()
    await queue.stop()
    await metrics?.stop()
    await closeDatabase(db)
    process.exitCode = 0
    process.disconnect?.()
  }
  // `disconnect`: whoever started us is gone, and without a supervisor nobody would ever stop us.
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop())
  process.send?.('listening')
}

/** Each mail's return path adds to the name: one that is too long would be refused by every server. */
function checkedReturn(address: string): string {
  if (address.lastIndexOf('@') <= longestReturnName) return address
  throw new Error(
    `MAIL_RETURN (or MAIL_FROM, without it) has more than ${longestReturnName} characters before the @: return paths have no room for what they add.`,
  )
}
