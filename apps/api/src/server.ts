/** The server of an installation: signs people in through the provider it is told of, and holds no development door. */
import { findDevelopmentFact } from '@officine/db/installation-facts'
import { sessionCookieName } from './identity/cookies.ts'
import { identityProvider } from './identity/identity-provider.ts'
import { openKeyring } from './identity/open-keyring.ts'
import { registerSignIn } from './identity/sign-in.plugin.ts'
import { serve } from './serve.ts'

await serve((environment) => {
  const {
    OFFICINE_OIDC_ISSUER: issuer,
    OFFICINE_OIDC_CLIENT_ID: clientId,
    OFFICINE_OIDC_CLIENT_SECRET: clientSecret,
  } = environment
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new Error(
      'OFFICINE_OIDC_ISSUER, OFFICINE_OIDC_CLIENT_ID and OFFICINE_OIDC_CLIENT_SECRET say who signs people in: one is missing.',
    )
  if (!issuer.startsWith('https://')) throw new Error('OFFICINE_OIDC_ISSUER must be an https address.')
  const provider = identityProvider({ issuer, clientId, clientSecret, allowsHttp: false })
  return {
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
  }
})
