import type { FastifyInstance } from 'fastify'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses every write that another site's page sends with a citizen's cookies. Browsers say where a write comes from; a program
 * that says nothing carries nobody's cookies but its own.
 */
export function sameOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (reading.has(request.method)) return
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    const isOwn =
      origin === undefined
        ? site === undefined || site === 'same-origin' || site === 'none'
        : isSameHost(origin, `${request.protocol}://${request.host}`)
    if (!isOwn)
      return reply
        .code(403)
        .send({ message: 'The request does not come from this site. Nothing was changed.' })
  })
}

function isSameHost(origin: string, own: string): boolean {
  const from = URL.parse(origin) // `null`, which a sandboxed page sends, is no address
  return from !== null && from.host === URL.parse(own)?.host
}
