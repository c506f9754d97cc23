import type { CreateFastifyContextOptions } from '@trpc/server/adapters/fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '@officine/db/database'
import { isDatabaseAway } from '@officine/db/database-away'
import type { Keyring } from '@officine/db/keyring'
import type { Officer } from '@officine/db/regione-officers'
import { findOfficerSession } from '@officine/db/regione-sessions'
import { databaseAway } from './answer-in-time.ts'
import { hashOfTokens, isToken } from './identity/secret-token.ts'

export interface RegioneOptions {
  /** As `officine_regione`: the released tables and nothing else. */
  readonly released: Database
  /** As `officine_regione_app`: who may look, and who is looking. */
  readonly office: Database
  readonly keyring: Keyring
  readonly now: () => Date
  readonly isDevelopment: boolean
  readonly cookieName: string
}

/** What every procedure of the Region is given: no town, and nothing through which a town could be reached. */
export interface RegioneContext extends Omit<RegioneOptions, 'now'> {
  readonly officer: Officer | undefined
  readonly now: Date
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Makes the context of a request to the Region's host: who is looking, and when. */
export function createRegioneContext({ now: clock, ...options }: RegioneOptions) {
  return async ({ req: request, res: reply }: CreateFastifyContextOptions): Promise<RegioneContext> => {
    const now = clock()
    try {
      const officer = await findOfficerOf(request, { ...options, now: clock })
      return { ...options, officer, now, request, reply }
    } catch (error) {
      throw isDatabaseAway(error) ? databaseAway() : error
    }
  }
}

/** The officer behind a request, by the cookie of the Region's host; undefined for everybody else. */
export async function findOfficerOf(
  request: FastifyRequest,
  { office, cookieName, now }: Pick<RegioneOptions, 'office' | 'cookieName' | 'now'>,
): Promise<Officer | undefined> {
  const token = request.cookies[cookieName]
  if (!isToken(token)) return undefined
  return (await findOfficerSession(office, hashOfTokens(token), now()))?.officer
}
