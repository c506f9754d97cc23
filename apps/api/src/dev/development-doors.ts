import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findPersona, loadSlugs, personas } from '@officine/tenants/personas'
import type { Persona } from '@officine/tenants/personas'
import { setTokenCookie } from '../identity/cookies.ts'
import { signInAsPersona } from './sign-in-as-persona.ts'
import type { DevelopmentDatabases } from './sign-in-as-persona.ts'

export interface DoorOptions {
  readonly databases: DevelopmentDatabases
  readonly cookieName: string
  readonly now: () => Date
}

const body = z.object({ persona: z.string().max(100) })

/** `POST /dev/sign-in` and `GET /dev/personas`: how a program signs in without a browser. */
export function developmentDoors(
  app: FastifyInstance,
  { databases, cookieName, now: clock }: DoorOptions,
): void {
  app.get('/dev/personas', () =>
    [...personas, ...loadSlugs.flatMap((slug) => findPersona(slug) ?? [])].map(told),
  )

  app.post('/dev/sign-in', async (request, reply) => {
    const asked = body.safeParse(request.body)
    if (!asked.success)
      return reply
        .code(400)
        .send({ message: 'Say whom to sign in as: {"persona":"<slug>"}, a slug of GET /dev/personas.' })
    const persona = findPersona(asked.data.persona)
    if (persona === undefined)
      return reply.code(404).send({
        message: `There is no persona ${JSON.stringify(asked.data.persona)}; GET /dev/personas lists them.`,
      })
    const { town } = request
    if (town === undefined) throw new Error('A request reached a development door without a town')
    const now = clock()
    const noticeVersion = town.config.privacyNotice.version
    const { session, roles } = await signInAsPersona(databases, { id: town.id, noticeVersion }, persona, now)
    setTokenCookie(reply, cookieName, session.token, { expiresAt: session.expiresAt, now })
    return { persona: persona.slug, roles }
  })
}

function told({ slug, givenName, familyName, describes, staff }: Persona) {
  return {
    slug,
    name: `${givenName} ${familyName}`,
    describes,
    roles: staff === undefined ? [] : [staff.role],
    ...(staff !== undefined && { town: staff.town }),
  }
}
