/** The server of an installation: signs people in through the provider it is told of, and holds no development door. */
import { readProductionEnvironment } from './env.ts'
import { sessionCookieName } from './identity/cookies.ts'
import { identityProvider } from './identity/identity-provider.ts'
import { openKeyring } from './identity/open-keyring.ts'
import { registerSignIn } from './identity/sign-in.plugin.ts'
import { refuseSamples } from './refuse-samples.ts'
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
      await refuseSamples(options.db)
      registerSignIn(app, { ...options, provider })
    },
  })
})
