import { fileURLToPath } from 'node:url'
import { findConnectedRole } from '@officine/db/connected-role'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { buildApp } from './app.ts'
import type { AppOptions } from './app.ts'
import { processClock } from './clock.ts'
import type { Environment } from './env.ts'

type Kind = Pick<AppOptions, 'isDevelopment' | 'cookieName' | 'keyring' | 'register' | 'houseAt'>

/** Listens until it is told to stop, then lets running requests end before it lets the database go. `kind` says what sort of installation this is. */
export async function serve(environment: Environment, kind: Kind): Promise<void> {
  const db = openDatabase(environment.DATABASE_URL, {
    connections: environment.OFFICINE_DATABASE_CONNECTIONS,
    prepare: environment.OFFICINE_PREPARE_STATEMENTS === 'true',
  })
  const role = await findConnectedRole(db)
  if (role.name !== 'api')
    throw new Error(
      `DATABASE_URL signs in as ${role.databaseRole}: the server works as officine_api alone, whose every row is walled.`,
    )
  const clock = await processClock(db, kind.isDevelopment)
  let isStopping = false
  const app = await buildApp({
    db,
    now: clock.now,
    logLevel: environment.OFFICINE_LOG_LEVEL,
    metricsToken: environment.OFFICINE_METRICS_TOKEN,
    trustedProxies: environment.OFFICINE_TRUSTED_PROXIES.split(',').filter(Boolean),
    screens: { portal: builtScreen('portal'), desk: builtScreen('desk') },
    isStopping: () => isStopping,
    ...kind,
  })

  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await app.close()
    clock.stop()
    await closeDatabase(db)
    process.exitCode = 0
    process.disconnect?.()
  }
  // `disconnect`: whoever started us is gone, and without a supervisor nobody would ever stop us.
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop())

  await app.listen({ port: environment.PORT, host: environment.OFFICINE_LISTEN })
  process.send?.('listening')
}

function builtScreen(name: 'portal' | 'desk'): string {
  return fileURLToPath(new URL(`../../${name}/dist`, import.meta.url))
}
