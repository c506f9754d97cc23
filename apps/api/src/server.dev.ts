/** The server as developers run it: the same house, with invented people and an identity provider that attests them. */
import { closeDatabase, openDatabase } from '@officine/db/database'
import { findDevelopmentFact } from '@officine/db/installation-facts'
import { registerDevelopment } from './dev/register-development.ts'
import { sessionCookieName } from './identity/cookies.ts'
import { openKeyring } from './identity/open-keyring.ts'
import { serve } from './serve.ts'

await serve(({ DATABASE_URL_OWNER: ownerUrl, PORT: port, OFFICINE_LISTEN: listen, ...environment }) => {
  if (ownerUrl === undefined)
    throw new Error(
      'DATABASE_URL_OWNER is missing: development gives invented people their roles as the owner.',
    )
  if (listen !== '127.0.0.1' && listen !== '::1')
    throw new Error('Development listens on loopback only: leave OFFICINE_LISTEN out.')
  return {
    isDevelopment: true,
    cookieName: sessionCookieName(true, port),
    keyring: openKeyring(environment),
    register: async (app, towns, options) => {
      if ((await findDevelopmentFact(options.db)) === undefined)
        throw new Error(
          'This database may be a town’s own: development, where anyone signs in as anybody, does not serve it.',
        )
      const owner = openDatabase(ownerUrl, { connections: 2 })
      app.addHook('onClose', () => closeDatabase(owner))
      await registerDevelopment(app, { ...options, owner, towns, port })
    },
  }
})
