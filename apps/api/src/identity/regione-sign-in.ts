import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import { findOfficer } from '@officine/db/regione-officers'
import {
  closeOfficerSession,
  insertOfficerSession,
  insertOfficerSignIn,
  takeOfficerSignIn,
} from '@officine/db/regione-sessions'
import { deviceOf } from '@officine/domain/identity/device'
import { returnPath } from '@officine/domain/identity/return-path'
import type { RegioneOptions } from '../regione-context.ts'
import { attemptCookieName, setTokenCookie } from './cookies.ts'
import { newAttemptSecrets } from './identity-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { hashOfTokens, isToken, newToken } from './secret-token.ts'
import { signInPage } from './sign-in-page.ts'
import type { SignInPage } from './sign-in-page.ts'

export interface RegioneSignInOptions extends RegioneOptions {
  readonly provider: IdentityProvider
}

const callbackPath = '/accedi/esito'
const attemptLastsMilliseconds = 10 * 60_000
const sessionLastsMilliseconds = 8 * 3_600_000

/** `GET /accedi` and `GET /accedi/esito` at the Region's host: through the same provider as the towns, and only for who was given a role by command. */
export function registerRegioneSignIn(app: FastifyInstance, options: RegioneSignInOptions): void {
  // No HEAD twin: asking for the head of the callback would use the attempt up.
  app.get<{ Querystring: { ritorno?: unknown } }>('/accedi', { exposeHeadRoute: false }, (request, reply) =>
    begin(options, request, reply),
  )
  app.get<{ Querystring: { state?: unknown } }>(callbackPath, { exposeHeadRoute: false }, (request, reply) =>
    finish(options, request, reply),
  )
}

async function begin(
  { office, provider, cookieName, now: clock, isDevelopment }: RegioneSignInOptions,
  request: FastifyRequest<{ Querystring: { ritorno?: unknown } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const now = clock()
  const returnTo = returnPath(request.query.ritorno)
  const secrets = newAttemptSecrets()
  const begun = await provider.begin(`${originOf(request, isDevelopment)}${callbackPath}`, secrets)
  if (!begun.begun) return sendPage(reply, 503, providerAway)

  // The state is worth nothing without this cookie: nobody can have another's browser finish an attempt that they began.
  const name = attemptCookieName(cookieName)
  const held = request.cookies[name]
  const browser = isToken(held) ? held : newToken()
  const expiresAt = new Date(now.getTime() + attemptLastsMilliseconds)
  const { state, nonce, codeVerifier } = secrets
  const stateHash = hashOfTokens(state, browser)
  await insertOfficerSignIn(office, {
    id: newId(now),
    stateHash,
    nonce,
    codeVerifier,
    returnTo,
    startedAt: now,
    expiresAt,
  })
  setTokenCookie(reply, name, browser, { expiresAt, now })
  return reply.header('cache-control', 'no-store').redirect(begun.url.href, 303)
}

async function finish(
  { office, keyring, provider, cookieName, now: clock, isDevelopment }: RegioneSignInOptions,
  request: FastifyRequest<{ Querystring: { state?: unknown } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const now = clock()
  const { state } = request.query
  const browser = request.cookies[attemptCookieName(cookieName)]
  if (typeof state !== 'string' || !isToken(browser)) return sendPage(reply, 400, notThisBrowser)
  const attempt = await takeOfficerSignIn(office, hashOfTokens(state, browser))
  if (attempt === undefined || now >= attempt.expiresAt) return sendPage(reply, 400, notThisBrowser)
  const { returnTo, nonce, codeVerifier } = attempt

  const callback = new URL(request.url, originOf(request, isDevelopment))
  const attestation = await provider.finish(callback, { state, nonce, codeVerifier })
  if (!attestation.attested) {
    switch (attestation.because) {
      case 'cancelled':
        return sendPage(reply, 200, cancelled)
      case 'not-valid':
        return sendPage(reply, 400, notValid)
      case 'provider-away':
        return sendPage(reply, 503, providerAway)
    }
  }
  const { fiscalCode, givenName, familyName } = attestation.person
  const officer =
    fiscalCode && (await findOfficer(office, keyring, { fiscalCode, givenName, familyName }, now))
  if (officer === undefined) return sendPage(reply, 403, noRole)
  const previous = request.cookies[cookieName]
  if (isToken(previous)) await closeOfficerSession(office, hashOfTokens(previous), now)
  const device = deviceOf(request.headers['user-agent'])
  const session = await openOfficerSession(office, { officerId: officer.id, device, now })
  setTokenCookie(reply, cookieName, session.token, { expiresAt: session.expiresAt, now })
  return reply.header('cache-control', 'no-store').redirect(returnTo, 303)
}

/** Opens a session with a token that has never been anybody's; the database keeps its hash. */
export async function openOfficerSession(
  office: Database,
  { officerId, device, now }: { readonly officerId: string; readonly device: string; readonly now: Date },
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + sessionLastsMilliseconds)
  await insertOfficerSession(office, {
    id: newId(now),
    tokenHash: hashOfTokens(token),
    officerId,
    device: device.slice(0, 120),
    startedAt: now,
    expiresAt,
  })
  return { token, expiresAt }
}

/** The host's own address as the browser sees it; in production always https, wherever TLS ends. */
function originOf({ protocol, host }: FastifyRequest, isDevelopment: boolean): string {
  return `${isDevelopment ? protocol : 'https'}://${host.toLowerCase()}`
}

function sendPage(reply: FastifyReply, status: number, page: SignInPage): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(signInPage(page, 'Regione Lazio, Officine Municipali'))
}

const ways = [
  { text: 'Prova di nuovo ad accedere', path: '/accedi' },
  { text: 'Torna alla pagina iniziale', path: '/' },
]
const providerAway: SignInPage = {
  title: 'L’accesso non risponde',
  sentences: ['Il sistema di identità digitale non risponde in questo momento: riprova tra qualche minuto.'],
  ways,
}
const cancelled: SignInPage = {
  title: 'Accesso annullato',
  sentences: ['Non hai completato l’accesso.'],
  ways,
}
const notValid: SignInPage = {
  title: 'Accesso non riuscito',
  sentences: [
    'La risposta del sistema di identità digitale non è valida, perciò non l’abbiamo accettata. Riprova dall’inizio.',
  ],
  ways,
}
const notThisBrowser: SignInPage = {
  title: 'Questo accesso non è più valido',
  sentences: [
    'Sono passati più di dieci minuti, l’accesso è già stato completato, oppure era iniziato in un altro browser.',
  ],
  ways,
}
const noRole: SignInPage = {
  title: 'Non hai un ruolo in Regione',
  sentences: [
    'Ti abbiamo riconosciuto, ma questo quadro è per chi ha un incarico della Regione. Di questo accesso non conserviamo nulla.',
    'Se ti serve, chiedi a chi gestisce il servizio di assegnarti il ruolo.',
  ],
  ways,
}
