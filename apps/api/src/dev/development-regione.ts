import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { closeDatabase, openDatabase } from '@officine/db/database'
import type { Database } from '@officine/db/database'
import type { Keyring } from '@officine/db/keyring'
import { findOfficer, grantOfficer } from '@officine/db/regione-officers'
import { findCheckedFiscalCode } from '@officine/domain/identity/fiscal-code'
import { findPersona } from '@officine/tenants/personas'
import type { Persona } from '@officine/tenants/personas'
import { regioneCookieName, setTokenCookie } from '../identity/cookies.ts'
import type { IdentityProvider } from '../identity/identity-provider.ts'
import { openOfficerSession, registerRegioneSignIn } from '../identity/regione-sign-in.ts'
import { buildRegioneApp } from '../regione-app.ts'

export interface DevelopmentRegioneOptions {
  readonly releasedUrl: string
  readonly officeUrl: string
  readonly owner: Database
  readonly keyring: Keyring
  readonly provider: IdentityProvider
  readonly now: () => Date
  readonly port: number
  readonly logLevel: string
  /** False in tests that need no pages. */
  readonly hasScreen?: boolean
}

export const regioneHost = 'regione.localhost'
/** The one invented person who works at the Region. */
const officerSlug = 'regione-officer'
const roleLastsMilliseconds = 365 * 86_400_000
const body = z.object({ persona: z.string().max(100) })

/** The Region's house as developers run it: in the process of the towns, with connections of its own. */
export async function developmentRegione(options: DevelopmentRegioneOptions): Promise<FastifyInstance> {
  const { releasedUrl, officeUrl, owner, keyring, provider, now, port, logLevel, hasScreen = true } = options
  const released = openDatabase(releasedUrl, { connections: 4 })
  const office = openDatabase(officeUrl, { connections: 2 })
  const cookieName = regioneCookieName(true, port)
  const app = await buildRegioneApp({
    released,
    office,
    keyring,
    now,
    isDevelopment: true,
    cookieName,
    host: regioneHost,
    logLevel,
    trustedProxies: [],
    ...(hasScreen && { screen: fileURLToPath(new URL('../../../regione/dist', import.meta.url)) }),
    register: (house, made) => {
      registerRegioneSignIn(house, { ...made, provider })
      house.post('/dev/sign-in', async (request, reply) => {
        const asked = body.safeParse(request.body)
        const persona = asked.success ? findPersona(asked.data.persona) : undefined
        if (persona === undefined)
          return reply.code(404).send({ message: 'Say whom to sign in as: {"persona":"regione-officer"}.' })
        await grantPersonaOffice(owner, keyring, persona, now())
        const named = attestedBy(persona)
        const officer = named && (await findOfficer(office, keyring, named, now()))
        if (officer === undefined)
          return reply.code(403).send({ message: `${persona.slug} holds no role at the Region.` })
        const session = await openOfficerSession(office, {
          officerId: officer.id,
          device: 'Sviluppo',
          now: now(),
        })
        setTokenCookie(reply, cookieName, session.token, { expiresAt: session.expiresAt, now: now() })
        return { persona: persona.slug, roles: ['officer'] }
      })
    },
  })
  app.addHook('onClose', async () => {
    await Promise.all([closeDatabase(released), closeDatabase(office)])
  })
  await app.ready()
  return app
}

/** Gives the invented officer their role at the Region, and nobody else. */
export async function grantPersonaOffice(
  owner: Database,
  keyring: Keyring,
  persona: Persona,
  now: Date,
): Promise<void> {
  const named = attestedBy(persona)
  if (persona.slug !== officerSlug || named === undefined) return
  const expiresAt = new Date(now.getTime() + roleLastsMilliseconds)
  await grantOfficer(owner, keyring, { ...named, expiresAt, by: 'development', now })
}

function attestedBy({ fiscalCode: code = '', givenName, familyName }: Persona) {
  const fiscalCode = findCheckedFiscalCode(code)
  return fiscalCode && { fiscalCode, givenName, familyName }
}
