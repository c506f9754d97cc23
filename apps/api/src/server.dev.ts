/** The server as developers run it: the same house, with invented people and an identity provider that attests them. */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { closeDatabase, openDatabase } from '@officine/db/database'
import { findDevelopmentFact } from '@officine/db/installation-facts'
import { registerMailbox } from './dev/mailbox/register-mailbox.ts'
import { registerDevelopment } from './dev/register-development.ts'
import { developmentRegione, grantPersonaOffice, regioneHost } from './dev/development-regione.ts'
import { readDevelopmentEnvironment } from './env.ts'
import { sessionCookieName } from './identity/cookies.ts'
import { openKeyring } from './identity/open-keyring.ts'
import { startOrSayWhy } from './say-why.ts'
import { serve } from './serve.ts'

await startOrSayWhy('server', async () => {
  const environment = readDevelopmentEnvironment()
  const { PORT: port, DATABASE_URL_OWNER: ownerUrl } = environment
  const { OFFICINE_MAILBOX_PORT: mailboxPort, OFFICINE_DATA_DIR: dataDirectory } = environment
  const { DATABASE_URL_REGIONE: releasedUrl, DATABASE_URL_REGIONE_APP: officeUrl } = environment
  let regione: FastifyInstance | undefined
  await serve(environment, {
    isDevelopment: true,
    houseAt: (host) => (host === regioneHost ? regione : undefined),
    cookieName: sessionCookieName(true, port),
    keyring: openKeyring(environment),
    register: async (app, towns, options) => {
      if ((await findDevelopmentFact(options.db)) === undefined)
        throw new Error(
          'This database may be a town’s own: development, where anyone signs in as anybody, does not serve it.',
        )
      const owner = openDatabase(ownerUrl, { connections: 2 })
      app.addHook('onClose', () => closeDatabase(owner))
      const provider = await registerDevelopment(app, {
        ...options,
        owner,
        towns,
        port,
        onChosen: async (persona, host) => {
          if (host === regioneHost) await grantPersonaOffice(owner, options.keyring, persona, options.now())
        },
      })
      if (releasedUrl !== undefined && officeUrl !== undefined) {
        const house = await developmentRegione({ ...options, owner, provider, releasedUrl, officeUrl, port })
        regione = house
        app.addHook('onClose', () => house.close())
      }
      if (mailboxPort !== undefined)
        await registerMailbox(app, {
          smtpPort: mailboxPort,
          folder: dataDirectory && join(dataDirectory, 'mails'),
          now: options.now,
          workerUrl: environment.DATABASE_URL_WORKER,
        })
    },
  })
})
