import fastifyCookie from '@fastify/cookie'
import fastifyRateLimit from '@fastify/rate-limit'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Database } from '@officine/db/database'
import { isDatabaseAway } from '@officine/db/database-away'
import type { Keyring } from '@officine/db/keyring'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { createContext } from './create-context.ts'
import { health } from './plugins/health.ts'
import { knownHost } from './plugins/known-host.ts'
import { metrics } from './plugins/metrics.ts'
import { otherHouses } from './plugins/other-houses.ts'
import { sameOrigin } from './plugins/same-origin.ts'
import { screens } from './plugins/screens.ts'
import type { Screens } from './plugins/screens.ts'
import { securityHeaders } from './plugins/security-headers.ts'
import { townFiles } from './plugins/town-files.ts'
import { townOfHost } from './plugins/town-of-host.ts'
import { appRouter } from './router.ts'
import type { AppRouter } from './router.ts'
import { toldError } from './told-error.ts'
import { townDirectory } from './town-directory.ts'
import type { TownDirectory } from './town-directory.ts'

export interface AppOptions {
  readonly db: Database
  /** The one clock: every decision asks it, none asks the machine. */
  readonly now: () => Date
  readonly keyring: Keyring
  readonly isDevelopment: boolean
  readonly cookieName: string
  readonly logLevel: string
  readonly trustedProxies: readonly string[]
  /** Who shows it may read the metrics from elsewhere; left out, only this machine may. */
  readonly metricsToken?: string | undefined
  /** Whether the process was told to stop: it finishes what it has and wants nothing new. */
  readonly isStopping?: () => boolean
  /** Where log lines go instead of standard output: for tests that read them. */
  readonly logTo?: { readonly write: (line: string) => void }
  /** Left out by tests that need no pages. */
  readonly screens?: Screens
  /** Another house in this process that answers at a host, as the Region's does in development. */
  readonly houseAt?: (host: string) => FastifyInstance | undefined
  /** What only some installations have: the sign-in of a provider, the development doors. */
  readonly register?: (app: FastifyInstance, towns: TownDirectory, options: AppOptions) => Promise<unknown>
}

/** Builds the whole server; `server.ts` listens with it and the tests inject into it. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, isDevelopment } = options
  const app = Fastify({
    // Names, fiscal codes and reasons travel in bodies and never reach a log line: method, path without query, status, id.
    logger: {
      level: options.logLevel,
      serializers: {
        req: ({ method, url, id }) => ({ method, path: url.split('?')[0], id }),
        err: toldError,
      },
      ...(options.logTo !== undefined && { stream: options.logTo }),
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 2_000 }, // a batch names several procedures in its path
    genReqId: () => crypto.randomUUID(),
  })
  const towns = townDirectory(db, hashOfJson)

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) return reply.code(status).send({ message: sentenceFor(status) })
    if (isDatabaseAway(error))
      return reply
        .code(503)
        .header('retry-after', '5')
        .send({ message: sentenceFor(503) })
    request.log.error({ err: error, requestId: request.id }, 'a request failed')
    return reply.code(500).send({ message: 'Something went wrong on our side.', requestId: request.id })
  })
  if (options.houseAt !== undefined) otherHouses(app, options.houseAt)
  await securityHeaders(app, isDevelopment)
  // In production one address may be a whole office: the bound is for floods, not for people. Development is where load is tried.
  if (!isDevelopment) await app.register(fastifyRateLimit, { max: 6_000, timeWindow: '1 minute' })
  await app.register(fastifyCookie)
  metrics(app, {
    token: options.metricsToken,
    now: options.now,
    procedures: new Set(Object.keys(appRouter._def.procedures)),
  })
  health(app, db, options.isStopping ?? (() => false))
  knownHost(app, towns)
  townOfHost(app, towns)
  sameOrigin(app)
  await options.register?.(app, towns, options)
  townFiles(app)
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: createContext({ ...options, towns }),
      onError({ error, path, req }) {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          req.log.error({ err: error.cause ?? error, path, requestId: req.id }, 'a procedure failed')
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  })
  if (options.screens !== undefined) await screens(app, options.screens)
  return app
}

function sentenceFor(status: number): string {
  switch (status) {
    case 413:
      return 'The request is larger than 64 kB. Nothing was changed.'
    case 503:
      return 'The archive does not answer at the moment. Nothing is lost: try again in a minute.'
    case 429:
      return 'Too many requests from this address: wait a minute and try again.'
    default:
      return 'The request could not be read. Nothing was changed.'
  }
}
