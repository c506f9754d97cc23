import { fileURLToPath } from 'node:url'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { buildApp } from './app.ts'
import type { AppOptions } from './app.ts'
import { systemClock } from './clock.ts'
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
  const app = await buildApp({
    db,
    now: systemClock,
    logLevel: environment.OFFICINE_LOG_LEVEL,
    trustedProxies: environment.OFFICINE_TRUSTED_PROXIES.split(',').filter(Boolean),
    screens: { portal: builtScreen('portal'), desk: builtScreen('desk') },
    ...(await choose(environment)),
  })

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await app.close()
    await closeDatabase(db)
    process.exitCode = 0
    process.disconnect?.()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Whoever started us is gone: without a supervisor nobody would ever stop us.
  process.once('disconnect', stop)

  await app.listen({ port: environment.PORT, host: environment.OFFICINE_LISTEN })
  process.send?.('listening')
}

function builtScreen(name: 'portal' | 'desk'): string {
  return fileURLToPath(new URL(`../../${name}/dist`, import.meta.url))
}
