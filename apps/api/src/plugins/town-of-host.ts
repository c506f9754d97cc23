import type { FastifyInstance } from 'fastify'
import { isDatabaseAway } from '@officine/db/database-away'
import { hostName } from '../host-name.ts'
import type { Town } from '../town.ts'
import type { TownDirectory } from '../town-directory.ts'
import { unlessSilent } from '../unless-silent.ts'
import { awayAnswer, awayPage, neutralPage } from './plain-pages.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The town whose host was asked for. Set before any route runs; a request without one was answered already. */
    town: Town | undefined
  }
}

/** Says which town a request is for, by its host name alone; an unknown host reads a neutral page and learns nothing. */
export function townOfHost(app: FastifyInstance, towns: TownDirectory): void {
  app.decorateRequest('town', undefined)
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.anyHost === true) return
    try {
      request.town = await unlessSilent(towns.atHost(hostName(request.host)))
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      void reply.code(503).header('retry-after', '5')
      // The screens and programs read why in the shape of every other answer; without it they would blame the network.
      return isCall(request.url)
        ? reply.send(awayAnswer)
        : reply.type('text/html; charset=utf-8').send(awayPage)
    }
    if (request.town === undefined) return reply.code(404).type('text/html; charset=utf-8').send(neutralPage)
  })
}

function isCall(url: string): boolean {
  return url.startsWith('/trpc/')
}
