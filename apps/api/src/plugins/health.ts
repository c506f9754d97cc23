import type { FastifyInstance } from 'fastify'
import { isReady } from '@officine/db/is-ready'
import type { Database } from '@officine/db/database'
import { isDatabaseAway } from '@officine/db/database-away'
import { unlessSilent } from '../unless-silent.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers at every host: health checks know no town. */
    readonly anyHost?: boolean
  }
}

/** `/health`: the process lives. `/ready`: it can work, which needs the database, and was not told to stop: a proxy then sends people elsewhere. */
export function health(app: FastifyInstance, db: Database, isStopping: () => boolean): void {
  const config = { anyHost: true }
  app.get('/health', { config }, () => ({ status: 'ok' }))
  app.get('/ready', { config }, async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: 'stopping' })
    const answers = await unlessSilent(isReady(db)).catch((error: unknown) => {
      if (isDatabaseAway(error)) return false
      throw error
    })
    return answers ? { status: 'ok' } : reply.code(503).send({ status: 'the database does not answer' })
  })
}
