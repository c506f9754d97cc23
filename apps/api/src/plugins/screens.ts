import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** Folders of the built screens. */
export interface Screens {
  readonly portal: string
  readonly desk: string
}

/** Serves the built screens: the portal at `/`, the desk at `/gestione/`. Hashed files are kept for a year, the page that names them is asked for each time. */
export async function screens(app: FastifyInstance, folders: Screens): Promise<void> {
  const hashed = {
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    wildcard: true,
  } as const
  if (!existsSync(join(folders.portal, 'index.html'))) {
    throw new Error(`The screens are not built: ${folders.portal} has no index.html`)
  }
  await app.register(fastifyStatic, { ...hashed, root: join(folders.portal, 'assets'), prefix: '/assets/' })
  await app.register(fastifyStatic, {
    ...hashed,
    root: join(folders.desk, 'assets'),
    prefix: '/gestione/assets/',
    decorateReply: false,
  })

  const page = (reply: FastifyReply, root: string) =>
    reply
      .header('cache-control', 'no-cache')
      .sendFile('index.html', root, { cacheControl: false, preCompressed: true } as object)
  app.get('/gestione', (_request, reply) => reply.redirect('/gestione/'))
  app.get('/gestione/*', (_request, reply) => page(reply, folders.desk))
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/trpc') &&
      !/\.[a-z0-9]{2,5}(\?|$)/.test(request.url)
    return isPage
      ? page(reply, folders.portal)
      : reply.code(404).send({ message: 'There is nothing at this address.' })
  })
}
