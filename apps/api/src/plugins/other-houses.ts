import type { FastifyInstance } from 'fastify'
import { hostName } from '../host-name.ts'

/** Hands requests for a host that is another house's to it, before anything here looks at them: development runs them in one process. */
export function otherHouses(
  app: FastifyInstance,
  houseAt: (host: string) => FastifyInstance | undefined,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const house = houseAt(hostName(request.host))
    if (house === undefined) return
    reply.hijack()
    house.routing(request.raw, reply.raw)
  })
}
