/** The Region's server of an installation: a process that holds its own two addresses of the database and no town's. */
import { fileURLToPath } from 'node:url'
import { findConnectedRole } from '@officine/db/connected-role'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { findEdition } from '@officine/db/read-released'
import { readRegioneEnvironment } from './env.ts'
import { regioneCookieName } from './identity/cookies.ts'
import { identityProvider } from './identity/identity-provider.ts'
import { openKeyring } from './identity/open-keyring.ts'
import { registerRegioneSignIn } from './identity/regione-sign-in.ts'
import { buildRegioneApp } from './regione-app.ts'
import { startOrSayWhy } from './say-why.ts'

await startOrSayWhy('Region’s server', async () => {
  const environment = readRegioneEnvironment()
  const released = openDatabase(environment.DATABASE_URL_REGIONE, { connections: 8 })
  const office = openDatabase(environment.DATABASE_URL_REGIONE_APP, { connections: 4 })
  for (const [db, variable, expected] of [
    [released, 'DATABASE_URL_REGIONE', 'regione'],
    [office, 'DATABASE_URL_REGIONE_APP', 'regioneApp'],
  ] as const) {
    const role = await findConnectedRole(db)
    if (role.name !== expected)
      throw new Error(
        `${variable} signs in as ${role.databaseRole}: another role may see more than the Region does.`,
      )
  }
  if ((await findEdition(released))?.isSample === true)
    throw new Error('The released figures are about invented people, and production does not show them.')
  const provider = identityProvider({
    issuer: environment.OFFICINE_OIDC_ISSUER,
    clientId: environment.OFFICINE_OIDC_CLIENT_ID,
    clientSecret: environment.OFFICINE_OIDC_CLIENT_SECRET,
    allowsHttp: false,
  })
  let isStopping = false
  const app = await buildRegioneApp({
    released,
    office,
    keyring: openKeyring(environment),
    now: () => new Date(),
    isDevelopment: false,
    cookieName: regioneCookieName(false, environment.PORT),
    host: environment.OFFICINE_REGIONE_HOST,
    logLevel: environment.OFFICINE_LOG_LEVEL,
    trustedProxies: environment.OFFICINE_TRUSTED_PROXIES.split(',').filter(Boolean),
    isStopping: () => isStopping,
    screen: fileURLToPath(new URL('../../regione/dist', import.meta.url)),
    register: (house, options) => registerRegioneSignIn(house, { ...options, provider }),
  })
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await app.close()
    await Promise.all([closeDatabase(released), closeDatabase(office)])
    process.exitCode = 0
    process.disconnect?.()
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop())
  await app.listen({ port: environment.PORT, host: environment.OFFICINE_LISTEN })
  process.send?.('listening')
})
