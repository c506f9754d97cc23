/** The server of an installation: signs people in through the provider it is told of, and holds no development door. */
import { findDevelopmentFact } from '@officine/db/installation-facts'
import { readProductionEnvironment } from './env.ts'
import { sessionCookieName } from './identity/cookies.ts'
import { identityProvider } from './identity/identity-provider.ts'
import { openKeyring } from './identity/open-keyring.ts'
import { registerSignIn } from './identity/sign-in.plugin.ts'
import { startOrSayWhy } from './say-why.ts'
import { serve } from './serve.ts'

await startOrSayWhy('server', async () => {
  const environment = readProductionEnvironment()
  const provider = identityProvider({
    issuer: environment.OFFICINE_OIDC_ISSUER,
    clientId: environment.OFFICINE_OIDC_CLIENT_ID,
    clientSecret: environment.OFFICINE_OIDC_CLIENT_SECRET,
    allowsHttp: false,
  })
  await serve(environment, {
    isDevelopment: false,
    cookieName: sessionCookieName(false, environment.PORT),
    keyring: openKeyring(environment),
    register: async (app, _towns, options) => {
      const fact = await findDevelopmentFact(options.db)
      if (fact !== undefined)
        throw new Error(
          `This database was made for trying things out (${fact}): it holds invented people, and production does not serve it.`,
        )
      registerSignIn(app, { ...options, provider })
    },
  })
})
