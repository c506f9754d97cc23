import fastifyCookie from '@fastify/cookie'
import fastifyRateLimit from '@fastify/rate-limit'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { hostName } from './host-name.ts'
import { registerExportTowns } from './indicators/export-towns.ts'
import { health } from './plugins/health.ts'
import { neutralPage } from './plugins/plain-pages.ts'
import { sameOrigin } from './plugins/same-origin.ts'
import { securityHeaders } from './plugins/security-headers.ts'
import { singleScreen } from './plugins/single-screen.ts'
import { createRegioneContext } from './regione-context.ts'
import type { RegioneOptions } from './regione-context.ts'
import { regioneRouter } from './regione-router.ts'
import type { RegioneRouter } from './regione-router.ts'
import { toldError } from './told-error.ts'

export interface RegioneAppOptions extends RegioneOptions {
  /** The one host it answers at, lower case, no port. */
  readonly host: string
  readonly logLevel: string
  readonly trustedProxies: readonly string[]
  readonly isStopping?: () => boolean
  /** The folder of the built dashboard; left out by tests that need no pages. */
  readonly screen?: string
  /** How people sign in. */
  readonly register: (app: FastifyInstance, options: RegioneAppOptions) => Promise<void> | void
}

/** Builds the Region's house: a server of its own, without a town and without a connection that could reach one. */
export async function buildRegioneApp(options: RegioneAppOptions): Promise<FastifyInstance> {
  const { isDevelopment, host } = options
  const app = Fastify({
    logger: {
      level: options.logLevel,
      serializers: {
        req: ({ method, url, id }) => ({ method, path: url.split('?')[0], id }),
        err: toldError,
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 2_000 }, // a batch names several procedures in its path
    genReqId: () => crypto.randomUUID(),
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) return reply.code(status).send({ message: 'The request could not be read.' })
    request.log.error({ err: error, requestId: request.id }, 'a request failed')
    return reply.code(500).send({ message: 'Something went wrong on our side.', requestId: request.id })
  })
  await securityHeaders(app, isDevelopment)
  if (!isDevelopment) await app.register(fastifyRateLimit, { max: 600, timeWindow: '1 minute' })
  await app.register(fastifyCookie)
  health(app, options.released, options.isStopping ?? (() => false))
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.anyHost === true || hostName(request.host) === host) return
    return reply.code(404).type('text/html; charset=utf-8').send(neutralPage)
  })
  sameOrigin(app)
  await options.register(app, options)
  registerExportTowns(app, options)
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: regioneRouter,
      createContext: createRegioneContext(options),
      onError({ error, path, req }) {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          req.log.error({ err: error.cause ?? error, path, requestId: req.id }, 'a procedure failed')
      },
    } satisfies FastifyTRPCPluginOptions<RegioneRouter>['trpcOptions'],
  })
  if (options.screen !== undefined) await singleScreen(app, options.screen)
  return app
}
