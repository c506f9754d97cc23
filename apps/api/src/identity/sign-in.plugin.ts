import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '@officine/db/database'
import type { Keyring } from '@officine/db/keyring'
import { newId } from '@officine/db/new-id'
import { insertAttempt, takeAttempt } from '@officine/db/sign-in-attempts'
import { withTenant } from '@officine/db/with-tenant'
import { deviceOf } from '@officine/domain/identity/device'
import { returnPath } from '@officine/domain/identity/return-path'
import type { Town } from '../town.ts'
import { attemptCookieName, setTokenCookie } from './cookies.ts'
import { newAttemptSecrets } from './identity-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { hashOfTokens, isToken, newToken } from './secret-token.ts'
import { signInPage } from './sign-in-page.ts'
import type { SignInPage } from './sign-in-page.ts'
import { signIn } from './sign-in.ts'

export interface SignInOptions {
  readonly db: Database
  readonly keyring: Keyring
  readonly provider: IdentityProvider
  readonly cookieName: string
  readonly now: () => Date
  readonly isDevelopment: boolean
}

const callbackPath = '/accedi/esito'
const attemptLastsMilliseconds = 10 * 60_000

/** `GET /accedi?ritorno=/path` sends the browser to the identity provider; `GET /accedi/esito` is where it comes back, signed in or told why not. */
export function registerSignIn(app: FastifyInstance, options: SignInOptions): void {
  // No HEAD twin: asking for the head of the callback would use the attempt up.
  app.get<{ Querystring: { ritorno?: unknown } }>('/accedi', { exposeHeadRoute: false }, (request, reply) =>
    beginSignIn(options, townOf(request), request, reply),
  )
  app.get<{ Querystring: { state?: unknown } }>(callbackPath, { exposeHeadRoute: false }, (request, reply) =>
    finishSignIn(options, townOf(request), request, reply),
  )
}

async function beginSignIn(
  { db, provider, cookieName, now: clock, isDevelopment }: SignInOptions,
  town: Town,
  request: FastifyRequest<{ Querystring: { ritorno?: unknown } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const now = clock()
  const returnTo = returnPath(request.query.ritorno)
  const secrets = newAttemptSecrets()
  const begun = await provider.begin(`${originOf(request, isDevelopment)}${callbackPath}`, secrets)
  if (!begun.begun) return sendPage(reply, town, 503, providerAway(returnTo))

  // The state is worth nothing without this cookie: nobody can have another's browser finish an attempt that they began.
  const name = attemptCookieName(cookieName)
  const held = request.cookies[name]
  const browser = isToken(held) ? held : newToken() // shared by the tabs of a browser, so that both may finish
  const expiresAt = new Date(now.getTime() + attemptLastsMilliseconds)
  const { state, nonce, codeVerifier } = secrets
  const stateHash = hashOfTokens(state, browser)
  await withTenant(db, town.id, (tx) =>
    insertAttempt(tx, {
      id: newId(now),
      stateHash,
      nonce,
      codeVerifier,
      returnTo,
      startedAt: now,
      expiresAt,
    }),
  )
  setTokenCookie(reply, name, browser, { expiresAt, now })
  return reply.header('cache-control', 'no-store').redirect(begun.url.href, 303)
}

async function finishSignIn(
  { db, keyring, provider, cookieName, now: clock, isDevelopment }: SignInOptions,
  town: Town,
  request: FastifyRequest<{ Querystring: { state?: unknown } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const now = clock()
  const { state } = request.query
  const browser = request.cookies[attemptCookieName(cookieName)]
  if (typeof state !== 'string' || !isToken(browser)) return sendPage(reply, town, 400, notThisBrowser)
  const attempt = await withTenant(db, town.id, (tx) => takeAttempt(tx, hashOfTokens(state, browser)))
  if (attempt === undefined) return sendPage(reply, town, 400, notThisBrowser)
  const { returnTo, nonce, codeVerifier } = attempt
  if (now >= attempt.expiresAt) return sendPage(reply, town, 400, tooLate(returnTo))

  const callback = new URL(request.url, originOf(request, isDevelopment))
  const attestation = await provider.finish(callback, { state, nonce, codeVerifier })
  if (!attestation.attested) {
    switch (attestation.because) {
      case 'cancelled':
        return sendPage(reply, town, 200, cancelled(returnTo))
      case 'not-valid':
        return sendPage(reply, town, 400, notValid(returnTo))
      case 'provider-away':
        return sendPage(reply, town, 503, providerAway(returnTo))
    }
  }
  const session = await signIn(db, keyring, {
    tenantId: town.id,
    attested: attestation.person,
    device: deviceOf(request.headers['user-agent']),
    previousToken: request.cookies[cookieName],
    now,
  })
  setTokenCookie(reply, cookieName, session.token, { expiresAt: session.expiresAt, now })
  return reply.header('cache-control', 'no-store').redirect(returnTo, 303)
}

function townOf({ town }: FastifyRequest): Town {
  if (town === undefined) throw new Error('A request reached a sign-in route without a town')
  return town
}

/** The town's own address as the browser sees it; in production always https, wherever TLS ends. */
function originOf({ protocol, host }: FastifyRequest, isDevelopment: boolean): string {
  return `${isDevelopment ? protocol : 'https'}://${host.toLowerCase()}`
}

function sendPage(reply: FastifyReply, town: Town, status: number, page: SignInPage): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(signInPage(page, town.config.name))
}

const home = { text: 'Torna alla pagina iniziale', path: '/' }
const again = (returnTo: string) => ({
  text: 'Prova di nuovo ad accedere',
  path: `/accedi?ritorno=${encodeURIComponent(returnTo)}`,
})

const providerAway = (returnTo: string): SignInPage => ({
  title: 'L’accesso non risponde',
  sentences: [
    'Il sistema di identità digitale non risponde in questo momento. Non è un errore tuo: riprova tra qualche minuto.',
  ],
  ways: [again(returnTo), home],
})

const cancelled = (returnTo: string): SignInPage => ({
  title: 'Accesso annullato',
  sentences: [
    'Non hai completato l’accesso. Puoi riprovare, oppure prenotare allo sportello o per telefono.',
  ],
  ways: [again(returnTo), home],
})

const notValid = (returnTo: string): SignInPage => ({
  title: 'Accesso non riuscito',
  sentences: [
    'La risposta del sistema di identità digitale non è valida, perciò non l’abbiamo accettata. Riprova dall’inizio.',
  ],
  ways: [again(returnTo), home],
})

const tooLate = (returnTo: string): SignInPage => ({
  title: 'È passato troppo tempo',
  sentences: ['L’accesso va completato entro dieci minuti. Riprova: non hai perso nulla.'],
  ways: [again(returnTo), home],
})

const notThisBrowser: SignInPage = {
  title: 'Questo accesso non è più valido',
  sentences: [
    'L’accesso è già stato completato, oppure era iniziato in un altro browser. Se usi un blocco dei cookie, consentili per questo sito.',
  ],
  ways: [again('/'), home],
}
