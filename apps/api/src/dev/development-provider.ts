import { generateKeyPair, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import type { Provider } from 'oidc-provider'
import { findPersona } from '@officine/tenants/personas'
import type { Persona } from '@officine/tenants/personas'
import { fiscalNumberClaim, neededClaims } from '../identity/attested-person.ts'
import { expiredPage, personaPage } from './persona-page.ts'

export interface DevelopmentProviderOptions {
  readonly issuer: string
  readonly port: number
  readonly clientId: string
  readonly clientSecret: string
  /** Called before the browser goes back: staff must have their role when they arrive. */
  readonly onChosen: (persona: Persona, host: string, hasNoPhone: boolean) => Promise<void>
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const spidLevel2 = 'https://www.spid.gov.it/SpidL2'

/** An OpenID Connect provider with AgID's claim names that attests whichever invented person is chosen. Answers everything under the issuer's path. */
export async function developmentProvider(options: DevelopmentProviderOptions): Promise<RequestHandler> {
  const { issuer, port, onChosen } = options
  const sessionCookie = `officine-idp-${port}`
  const provider = await newProvider(options, sessionCookie)
  const answer = provider.callback()
  const mount = new URL(issuer).pathname

  const choose = async (request: IncomingMessage, response: ServerResponse) => {
    const interaction = await provider.interactionDetails(request, response)
    const { redirect_uri: redirectUri, client_id: clientId } = interaction.params
    const host = new URL(String(redirectUri)).host
    if (request.method !== 'POST')
      return sendPage(response, port, personaPage(`${mount}/interaction/${interaction.uid}`, host))
    const form = new URLSearchParams(await text(request))
    const withoutPhone = form.get('persona-senza-telefono')
    const persona = findPersona(withoutPhone ?? form.get('persona') ?? '')
    if (persona === undefined) {
      const error = { error: 'access_denied', error_description: 'The person went back without choosing' }
      return provider.interactionFinished(request, response, error, { mergeWithLastSubmission: false })
    }
    await onChosen(persona, host, withoutPhone !== null)
    const grant = new provider.Grant({ accountId: persona.slug, clientId: String(clientId) })
    grant.addOIDCScope('openid')
    grant.addOIDCClaims([...neededClaims])
    const login = { accountId: persona.slug, acr: spidLevel2, remember: false }
    return provider.interactionFinished(request, response, {
      login,
      consent: { grantId: await grant.save() },
    })
  }

  return async (request, response) => {
    const path = request.url ?? ''
    if (path.startsWith(`${mount}/interaction/`)) {
      try {
        return await choose(request, response)
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'SessionNotFound') throw error
        return sendPage(response, port, expiredPage(), 400)
      }
    }
    // It never remembers whom it signed in: every sign-in chooses, and two people in one browser do not meet its sign-out page.
    const cookies = (request.headers.cookie ?? '')
      .split('; ')
      .filter((cookie) => !cookie.startsWith(sessionCookie))
    request.headers.cookie = cookies.join('; ')
    // As a mounted Koa application expects it: the path as it was, and the path below the mount.
    Object.assign(request, { originalUrl: path, url: path.slice(mount.length) || '/' })
    return answer(request, response)
  }
}

async function newProvider(
  { issuer, port, clientId, clientSecret }: DevelopmentProviderOptions,
  sessionCookie: string,
): Promise<Provider> {
  const { Provider } = await import('oidc-provider') // at the first sign-in: it and its keys take a moment
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`http://allumiere.localhost:${port}/accedi/esito`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'development' }],
    },
    acrValues: [spidLevel2],
    claims: { openid: ['sub'], ...Object.fromEntries(neededClaims.map((claim) => [claim, null])) },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    pkce: { required: () => true },
    cookies: {
      keys: [randomBytes(32)],
      // Cookies ignore ports: two copies side by side must not read each other's.
      names: {
        session: sessionCookie,
        interaction: `officine-idp-interaction-${port}`,
        resume: `officine-idp-resume-${port}`,
        state: `officine-idp-state-${port}`,
      },
    },
    renderError: (context) => {
      context.type = 'html'
      context.body = expiredPage()
    },
    interactions: { url: (_context, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    ttl: {
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    findAccount: (_context, slug) => {
      const persona = findPersona(slug)
      return persona && { accountId: slug, claims: () => ({ sub: slug, ...claimsOf(persona) }) }
    },
  })
  // Towns appear while it runs, so the one client may come back to any of them and nowhere else.
  provider.Client.prototype.redirectUriAllowed = (uri) => {
    const url = URL.parse(uri)
    return (
      url?.protocol === 'http:' &&
      url.pathname === '/accedi/esito' &&
      /^[a-z0-9-]+\.localhost$/.test(url.hostname) &&
      url.port === String(port)
    )
  }
  return provider
}

function claimsOf({
  givenName,
  familyName,
  bornOn,
  email,
  phone,
  fiscalCode,
}: Persona): Record<string, string> {
  return {
    given_name: givenName,
    family_name: familyName,
    birthdate: bornOn,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone_number: phone }),
    ...(fiscalCode !== undefined && { [fiscalNumberClaim]: `TINIT-${fiscalCode}` }),
  }
}

function sendPage(response: ServerResponse, port: number, html: string, status = 200): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // A form's answer leads back to the town's host, and browsers hold redirects to form-action too.
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' http://*.localhost:${port}`,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  response.end(html)
}
