import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Database } from '@officine/db/database'
import type { Keyring } from '@officine/db/keyring'
import { hostName } from '../host-name.ts'
import type { Persona } from '@officine/tenants/personas'
import { identityProvider } from '../identity/identity-provider.ts'
import type { IdentityProvider } from '../identity/identity-provider.ts'
import { registerSignIn } from '../identity/sign-in.plugin.ts'
import type { TownDirectory } from '../town-directory.ts'
import { developmentDoors } from './development-doors.ts'
import { developmentProvider } from './development-provider.ts'
import type { RequestHandler } from './development-provider.ts'
import { giveFactorWithoutPhone } from './give-factor-without-phone.ts'
import { grantPersonaRole } from './sign-in-as-persona.ts'

export interface DevelopmentOptions {
  readonly db: Database
  readonly owner: Database
  readonly keyring: Keyring
  readonly towns: TownDirectory
  readonly cookieName: string
  readonly now: () => Date
  /** Where this server listens: the identity provider is itself, at 127.0.0.1, because Node does not resolve `*.localhost`. */
  readonly port: number
  /** What else an invented person is given when they are chosen, before the browser goes back to the host. */
  readonly onChosen?: (persona: Persona, host: string) => Promise<void>
}

/** Everything that only development has: invented people, an identity provider that attests them, and a door for programs. Answers the provider, which the Region signs in with too. */
export async function registerDevelopment(
  app: FastifyInstance,
  options: DevelopmentOptions,
): Promise<IdentityProvider> {
  const { db, owner, keyring, towns, cookieName, now, port } = options
  const issuer = `http://127.0.0.1:${port}/idp`
  const client = { clientId: 'officine-municipali', clientSecret: randomBytes(32).toString('base64url') }
  const databases = { db, owner, keyring, issuer }

  app.addHook('onRequest', async (request, reply) => {
    // Loopback only, and by a local name only: a page elsewhere whose name was pointed at this machine gets nothing.
    const name = hostName(request.host)
    const isLocal = name.endsWith('.localhost') || name === '127.0.0.1' || name === 'localhost'
    if (!isLocal || !isLoopback(request.socket.remoteAddress))
      return reply.code(403).send({ message: 'Development answers on this machine only.' })
  })

  let provider: Promise<RequestHandler> | undefined
  const withoutPhone = giveFactorWithoutPhone(app, { owner, cookieName, now })
  const onChosen = async (persona: Persona, host: string, hasNoPhone: boolean) => {
    await options.onChosen?.(persona, hostName(host))
    const town = await towns.atHost(hostName(host))
    const personId = town && (await grantPersonaRole(databases, town.id, persona, now()))
    if (personId !== undefined && hasNoPhone) withoutPhone.add(personId)
  }
  await app.register(async (scope) => {
    // The provider reads its own requests.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.all('/idp/*', { config: { anyHost: true }, helmet: false }, async (request, reply) => {
      if (request.host !== `127.0.0.1:${port}`) return reply.code(404).send({ message: 'Nothing is here.' })
      provider ??= developmentProvider({ issuer, port, ...client, onChosen })
      const answer = await provider
      reply.hijack()
      await answer(request.raw, reply.raw)
      return reply
    })
  })

  const ofTheHouse = identityProvider({ issuer, ...client, allowsHttp: true })
  registerSignIn(app, { db, keyring, cookieName, now, isDevelopment: true, provider: ofTheHouse })
  developmentDoors(app, { databases, cookieName, now })
  return ofTheHouse
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '')
}
