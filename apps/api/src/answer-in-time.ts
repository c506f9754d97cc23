import { setTimeout as pause } from 'node:timers/promises'
import { TRPCError } from '@trpc/server'
import { isDatabaseAway } from '@officine/db/database-away'
import { unlessSilent } from './unless-silent.ts'

/** Longer than any honest wait for a lock: past it the database is frozen, and a sentence is better than silence. */
const deadlineMilliseconds = 20_000

export const databaseAway = () =>
  new TRPCError({
    code: 'SERVICE_UNAVAILABLE',
    message: 'The archive does not answer at the moment. Nothing is lost: try again in a minute.',
  })

/** Every door: a database that went away is told as such, quickly, and a retry with the same key is safe. */
export async function answerInTime<
  Result extends { readonly ok: true } | { readonly ok: false; error: TRPCError },
>(next: () => Promise<Result>): Promise<Result> {
  const waiting = new AbortController()
  const deadline = pause(deadlineMilliseconds, undefined, { signal: waiting.signal, ref: false }).then(
    () => Promise.reject(databaseAway()),
    () => new Promise<never>(() => {}), // answered in time: this arm of the race never ends
  )
  const result = await Promise.race([unlessSilent(next()), deadline]).catch((error: unknown) => {
    throw isDatabaseAway(error) ? databaseAway() : error
  })
  waiting.abort()
  if (!result.ok && isDatabaseAway(result.error)) throw databaseAway()
  return result
}
