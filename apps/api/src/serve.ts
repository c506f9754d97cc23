import { fileURLToPath } from 'node:url'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { buildApp } from './app.ts'
import type { AppOptions } from './app.ts'
import { processClock } from './clock.ts'
import { readEnvironment } from './env.ts'
import type { Environment } from './env.ts'

type Chosen = Pick<AppOptions, 'isDevelopment' | 'cookieName' | 'keyring' | 'register'>

/** Listens until it is told to stop, then lets running requests end before it lets the database go. `choose` says what kind of installation this is. */
export async function serve(choose: (environment: Environment) => Promise<Chosen> | Chosen): Promise<void> {
  const environment = readEnvironment()
  const db = openDatabase(environment.DATABASE_URL, {
    connections: environment.OFFICINE_DATABASE_CONNECTIONS,
    prepare: environment.OFFICINE_PREPARE_STATEMENTS === 'true',
  })
  const chosen = await choose(environment)
  const clock = await processClock(db, chosen.isDevelopment)
  const app = await buildApp({
    db,
    now: clock.now,
    logLevel: environment.OFFICINE_LOG_LEVEL,
    trustedProxies: environment.OFFICINE_TRUSTED_PROXIES.split(',').filter(Boolean),
    screens: { portal: builtScreen('portal'), desk: builtScreen('desk') },
    ...chosen,
  })

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    clock.stop()
    await app.close()
    await closeDatabase(db)
    process.exitCode = 0
    process.disconnect?.()
  }
  // `disconnect`: whoever started us is gone, and without a supervisor nobody would ever stop us.
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => void stop())

  await app.listen({ port: environment.PORT, host: environment.OFFICINE_LISTEN })
  process.send?.('listening')
}

function builtScreen(name: 'portal' | 'desk'): string {
  return fileURLToPath(new URL(`../../${name}/dist`, import.meta.url))
}
