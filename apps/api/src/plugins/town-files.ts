import type { FastifyInstance } from 'fastify'
import { themeCss, themeHash } from '@officine/tenants/theme-css'

/** The two files that make a portal a town's own: its colours and its emblem. */
export function townFiles(app: FastifyInstance): void {
  app.get('/tema.css', (request, reply) => {
    if (request.town === undefined) return reply.callNotFound()
    const etag = `"${themeHash(request.town.config)}"`
    reply.header('cache-control', 'no-cache').header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('text/css; charset=utf-8').send(themeCss(request.town.config))
  })
  app.get('/emblema.svg', (request, reply) => {
    if (request.town === undefined) return reply.callNotFound()
    return reply
      .header('cache-control', 'no-cache')
      .type('image/svg+xml')
      .send(request.town.config.emblem.svg)
  })
}
