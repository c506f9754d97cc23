import type { FastifyInstance } from 'fastify'
import type { Database } from '@officine/db/database'
import { findSessionHolder, markSecondFactor } from '@officine/db/sessions'
import { withTenant } from '@officine/db/with-tenant'
import { hashOfTokens } from '../identity/secret-token.ts'

export interface WithoutPhoneOptions {
  /** As the owner: a request's own role cannot write the factor into a session, on purpose. */
  readonly owner: Database
  readonly cookieName: string
  readonly now: () => Date
}

/** Who is put in the answered set is given the second factor with their next sign-in: whoever only wants to look around has no phone to connect. */
export function giveFactorWithoutPhone(
  app: FastifyInstance,
  { owner, cookieName, now: clock }: WithoutPhoneOptions,
): Set<string> {
  const personIds = new Set<string>()
  app.addHook('onSend', async (request, reply) => {
    const { town } = request
    if (personIds.size === 0 || town === undefined || !request.url.startsWith('/accedi/esito')) return
    const set = [reply.getHeader('set-cookie') ?? []].flat().map(String)
    const [, token] = set.map((line) => line.split(/[=;]/)).find(([name]) => name === cookieName) ?? []
    if (token === undefined) return
    const [tokenHash, now] = [hashOfTokens(token), clock()]
    await withTenant(owner, town.id, async (tx) => {
      const personId = (await findSessionHolder(tx, tokenHash, now))?.person.id
      if (personId !== undefined && personIds.delete(personId))
        await markSecondFactor(tx, { tokenHash, personId, now })
    })
  })
  return personIds
}
