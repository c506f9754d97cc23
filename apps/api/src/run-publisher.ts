import { findConnectedRole } from '@officine/db/connected-role'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { pino } from 'pino'
import { processClock } from './clock.ts'
import type { PublisherEnvironment } from './env.ts'
import { startPublishing } from './indicators/start-publishing.ts'
import { refuseSamples } from './refuse-samples.ts'
import { toldError } from './told-error.ts'

/** Releases the Region's figures every night until it is told to stop; a release under way is finished first. */
export async function runPublisher(
  environment: PublisherEnvironment,
  { isDevelopment }: { readonly isDevelopment: boolean },
): Promise<void> {
  const log = pino({ level: environment.OFFICINE_LOG_LEVEL })
  const db = openDatabase(environment.DATABASE_URL_PUBLISHER, { connections: 2 })
  const role = await findConnectedRole(db)
  if (role.name !== 'publisher')
    throw new Error(
      `DATABASE_URL_PUBLISHER signs in as ${role.databaseRole}: the publisher counts as officine_publisher alone, which sees nobody.`,
    )
  if (!isDevelopment) await refuseSamples(db)
  const clock = await processClock(db, isDevelopment)
  const publishing = startPublishing({
    db,
    now: clock.now,
    onPublished: (edition) => log.info(edition, 'released to the Region'),
    onError: (error) => log.error({ err: toldError(error) }, 'the publisher met a fault'),
  })

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    clock.stop()
    await publishing.stop()
    await closeDatabase(db)
    process.exitCode = 0
    process.disconnect?.()
  }
  // `disconnect`: whoever started us is gone, and without a supervisor nobody would ever stop us.
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop())
  process.send?.('listening')
}
