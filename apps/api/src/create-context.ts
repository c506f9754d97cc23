import { TRPCError } from '@trpc/server'
import type { CreateFastifyContextOptions } from '@trpc/server/adapters/fastify'
import type { Database } from '@officine/db/database'
import { isDatabaseAway } from '@officine/db/database-away'
import type { Keyring } from '@officine/db/keyring'
import type { Context } from './context.ts'
import { findSignedIn } from './identity/find-signed-in.ts'
import { unlessSilent } from './unless-silent.ts'
import { databaseAway } from './answer-in-time.ts'
import type { TownDirectory } from './town-directory.ts'

export interface ContextOptions {
  readonly db: Database
  readonly towns: TownDirectory
  readonly now: () => Date
  readonly keyring: Keyring
  readonly isDevelopment: boolean
  readonly cookieName: string
}

/** Makes the context of a request: which town, who, when. */
export function createContext({ db, towns, now: clock, keyring, isDevelopment, cookieName }: ContextOptions) {
  return async ({ req: request, res: reply }: CreateFastifyContextOptions): Promise<Context> => {
    const { town } = request
    if (town === undefined)
      throw new TRPCError({ code: 'NOT_FOUND', message: 'There is no portal at this host.' })
    const now = clock()
    const token = request.cookies[cookieName]
    try {
      const signedIn =
        token === undefined ? undefined : await unlessSilent(findSignedIn(db, town.id, token, now))
      return { db, town, towns, signedIn, now, keyring, isDevelopment, cookieName, request, reply }
    } catch (error) {
      throw isDatabaseAway(error) ? databaseAway() : error
    }
  }
}
