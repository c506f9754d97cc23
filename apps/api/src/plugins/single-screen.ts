import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves one built screen at `/`: hashed files are kept for a year, the page that names them is asked for each time. */
export async function singleScreen(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`The screen is not built: ${folder} has no index.html`)
  await app.register(fastifyStatic, {
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    wildcard: true,
    root: join(folder, 'assets'),
    prefix: '/assets/',
  })
  const fresh = { cacheControl: false, preCompressed: true } as object
  app.get('/emblema.svg', (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('emblema.svg', folder, fresh),
  )
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/trpc') &&
      !/\.[a-z0-9]{2,5}(\?|$)/.test(request.url)
    return isPage
      ? reply.header('cache-control', 'no-cache').sendFile('index.html', folder, fresh)
      : reply.code(404).send({ message: 'There is nothing at this address.' })
  })
}
