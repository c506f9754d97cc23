import { PgBoss } from 'pg-boss'
import type { JobResult } from 'pg-boss'
import type { Delivery, WordJob } from './post-office.ts'

/** How patient the queue is. The defaults keep trying for about a week, every two minutes in the end. */
export interface Patience {
  readonly firstDelaySeconds: number
  readonly longestDelaySeconds: number
  readonly tries: number
  /** A job whose worker has not been heard of for this long is given to another; at least 10. */
  readonly heartbeatSeconds: number
}

const commonPatience: Patience = {
  firstDelaySeconds: 5,
  longestDelaySeconds: 120,
  tries: 5_000,
  heartbeatSeconds: 30,
}

export interface QueueOptions {
  /** As the worker's role, and direct: a pooler that shares connections would take the queue's away. */
  readonly url: string
  readonly schema: string
  readonly patience?: Partial<Patience>
  readonly onError: (error: unknown) => void
}

export interface QueueWork {
  readonly deliver: (job: WordJob) => Promise<Delivery>
  readonly giveUp: (job: WordJob) => Promise<void>
}

export interface WordQueue {
  /** Takes words in; one that it holds already is left as it is. */
  readonly hand: (tenantId: string, ids: readonly string[]) => Promise<void>
  readonly work: (work: QueueWork) => Promise<void>
  /** Lets running jobs end, then lets the database go. */
  readonly stop: () => Promise<void>
}

const mail = 'mail'
const dead = 'mail-dead'
const day = 86_400

/** Opens the queue and makes what it needs in its schema. Its rows hold a town and a row id, for a day after they are done. */
export async function openQueue({ url, schema, patience, onError }: QueueOptions): Promise<WordQueue> {
  const { firstDelaySeconds, longestDelaySeconds, tries, heartbeatSeconds } = {
    ...commonPatience,
    ...patience,
  }
  const boss = new PgBoss({
    connectionString: url,
    schema,
    createSchema: false, // made by a migration: the worker may make tables in it, and no schema
    application_name: 'officine-worker',
    max: 4,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', onError)
  await boss.start()
  const kept = { deleteAfterSeconds: day, retentionSeconds: 30 * day }
  await boss.createQueue(dead, { ...kept, policy: 'exclusive', retryLimit: 1_000, retryDelay: 60 })
  const settings = {
    ...kept,
    deadLetter: dead,
    retryLimit: tries,
    retryDelay: firstDelaySeconds,
    retryBackoff: true,
    retryDelayMax: longestDelaySeconds,
    expireInSeconds: 600,
    heartbeatSeconds,
  }
  await boss.createQueue(mail, { ...settings, policy: 'exclusive' })
  await boss.updateQueue(mail, settings) // a queue that stood already takes over what changed

  return {
    hand: async (tenantId, ids) => {
      await boss.insert(
        mail,
        ids.map((id) => ({
          id,
          data: { tenantId, id } satisfies WordJob,
          singletonKey: id,
          group: { id: tenantId },
        })),
      )
    },
    work: async ({ deliver, giveUp }) => {
      await boss.work<WordJob>(
        mail,
        {
          batchSize: 5,
          localConcurrency: 2,
          groupConcurrency: 6, // of ten: no town's backlog takes every place
          pollingIntervalSeconds: 0.5,
          burstWhenBatchFull: true,
          perJobResults: true,
        },
        (jobs) => Promise.all(jobs.map(({ id, data }) => resultOf(id, deliver(data), onError))),
      )
      await boss.work<WordJob>(dead, { batchSize: 5, pollingIntervalSeconds: 5 }, async (jobs) => {
        for (const { data } of jobs) await giveUp(data)
      })
    },
    stop: () => boss.stop({ graceful: true, close: true, timeout: 20_000 }),
  }
}

/** One job's fault is its own: the others of its batch stand. */
async function resultOf(
  id: string,
  delivery: Promise<Delivery>,
  onError: (error: unknown) => void,
): Promise<JobResult> {
  try {
    const outcome = await delivery
    return outcome.settled
      ? { id, status: 'completed' }
      : { id, status: 'failed', output: { because: outcome.because } }
  } catch (error) {
    onError(error)
    return { id, status: 'failed', output: { because: 'defect' } }
  }
}
