import * as client from 'openid-client'
import { findAttestedPerson, neededClaims } from './attested-person.ts'
import type { AttestedPerson } from './attested-person.ts'

export interface IdentityProviderOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** True for a provider on loopback, in development: elsewhere secrets never travel in clear. */
  readonly allowsHttp: boolean
}

/** What must come back, or be shown again, unchanged. */
export interface AttemptSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

export type Begun =
  | { readonly begun: true; readonly url: URL }
  | { readonly begun: false; readonly because: 'provider-away' }

export type Attestation =
  | { readonly attested: true; readonly person: AttestedPerson }
  | { readonly attested: false; readonly because: 'cancelled' | 'not-valid' | 'provider-away' }

export interface IdentityProvider {
  /** Where to send the browser. */
  readonly begin: (redirectUri: string, secrets: AttemptSecrets) => Promise<Begun>
  /** Who the provider says has come back to `callback`, the address with its parameters. */
  readonly finish: (callback: URL, secrets: AttemptSecrets) => Promise<Attestation>
}

/** Seconds: a citizen waits at most this long for a provider that does not answer. */
const patience = 5

/** Secrets for one attempt. */
export function newAttemptSecrets(): AttemptSecrets {
  return {
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
  }
}

/** An OpenID Connect provider: authorization code with PKCE, state and nonce. Discovered at first use, and again after it failed. */
export function identityProvider(options: IdentityProviderOptions): IdentityProvider {
  const { issuer, clientId, clientSecret, allowsHttp } = options
  let known: Promise<client.Configuration> | undefined
  const configuration = () => {
    known ??= client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
      timeout: patience,
      ...(allowsHttp && { execute: [client.allowInsecureRequests] }),
    })
    return known
  }
  // The one place where the provider's faults become answers: whoever signs in reads a sentence, not a stack.
  const asking = async <Answer, Fault>(
    ask: () => Promise<Answer>,
    answerTo: (because: FaultOfProvider) => Fault,
  ) => {
    try {
      return await ask()
    } catch (error) {
      const because = faultOf(error)
      if (because === 'provider-away') known = undefined
      return answerTo(because)
    }
  }

  return {
    begin: (redirectUri, { state, nonce, codeVerifier }) =>
      asking(
        async (): Promise<Begun> => {
          const url = client.buildAuthorizationUrl(await configuration(), {
            redirect_uri: redirectUri,
            scope: 'openid',
            state,
            nonce,
            code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
            code_challenge_method: 'S256',
            // SPID gives claims only in userinfo and only when asked one by one; level 2 is what a booking needs.
            claims: JSON.stringify({
              userinfo: Object.fromEntries(neededClaims.map((claim) => [claim, null])),
            }),
            acr_values: 'https://www.spid.gov.it/SpidL2',
            // AgID allows `consent` and `consent login`; a computer shared by many must ask each time who it is.
            prompt: 'consent login',
          })
          return { begun: true, url }
        },
        (): Begun => ({ begun: false, because: 'provider-away' }),
      ),
    finish: (callback, { state, nonce, codeVerifier }) =>
      asking(
        async (): Promise<Attestation> => {
          const config = await configuration()
          const tokens = await client.authorizationCodeGrant(config, callback, {
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: codeVerifier,
          })
          const claims = tokens.claims()
          if (claims === undefined) return { attested: false, because: 'not-valid' }
          const facts = await client.fetchUserInfo(config, tokens.access_token, claims.sub)
          const person = findAttestedPerson(claims.iss, claims.sub, facts)
          return person === undefined ? { attested: false, because: 'not-valid' } : { attested: true, person }
        },
        (because): Attestation => ({ attested: false, because }),
      ),
  }
}

type FaultOfProvider = 'cancelled' | 'not-valid' | 'provider-away'

const awayCodes = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])

function faultOf(error: unknown): FaultOfProvider {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'cancelled'
    return error.error === 'temporarily_unavailable' || error.error === 'server_error'
      ? 'provider-away'
      : 'not-valid'
  }
  if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'provider-away' : 'not-valid'
  if (error instanceof client.ClientError)
    return awayCodes.has(error.code ?? '') ? 'provider-away' : 'not-valid'
  if (error instanceof client.WWWAuthenticateChallengeError) return 'not-valid'
  // fetch says every failure of the network with this one type
  if (error instanceof TypeError) return 'provider-away'
  throw error
}
