import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '@officine/db/database'
import type { Keyring } from '@officine/db/keyring'
import type { SignedIn } from './identity/find-signed-in.ts'
import type { Town } from './town.ts'
import type { TownDirectory } from './town-directory.ts'

/** What every procedure is given: which town (by host name), who (by cookie), when (by the one clock). Nothing of it can be sent by the caller. */
export interface Context {
  readonly db: Database
  readonly town: Town
  readonly towns: TownDirectory
  readonly signedIn: SignedIn | undefined
  readonly now: Date
  readonly keyring: Keyring
  readonly isDevelopment: boolean
  readonly cookieName: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}
