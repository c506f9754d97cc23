import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { hostName } from '../host-name.ts'
import type { TownDirectory } from '../town-directory.ts'

const query = z.object({ domain: z.string().min(1).max(253) })

/**
 * `GET /known-host?domain=…`: whether a proxy may ask for a certificate for a host: 200 for a town's, 404 for any other. For the proxy's own question, never for one
 * that it passes on: who knocks from outside must not learn which hosts exist before they have a certificate.
 */
export function knownHost(app: FastifyInstance, towns: TownDirectory): void {
  app.get('/known-host', { config: { anyHost: true } }, async (request, reply) => {
    const isForwarded = ['forwarded', 'x-forwarded-for', 'via'].some((name) => name in request.headers)
    const asked = query.safeParse(request.query)
    if (isForwarded || !asked.success) return reply.code(404).send({ message: 'Nothing is here.' })
    const town = await towns.atHost(hostName(asked.data.domain))
    return town === undefined
      ? reply.code(404).send({ message: 'Nothing is here.' })
      : reply.send({ message: 'A town answers there.' })
  })
}
