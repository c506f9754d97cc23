import type { Database } from '@officine/db/database'
import { isAnybodyWaiting } from '@officine/db/offers'
import { readInTenant } from '@officine/db/read-in-tenant'
import { listTowns } from '@officine/db/towns'
import { closeWaitsUntil } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import type { Town } from '../../town.ts'
import type { TownDirectory } from '../../town-directory.ts'
import { expireOffers } from './answer-offer.ts'
import { giveFreedPlaces } from './give-freed.ts'
import { throwAll } from './throw-all.ts'

export interface WaitingRoundOptions {
  readonly db: Database
  readonly towns: Pick<TownDirectory, 'lately'>
  /** The installation's clock: offers run out on it, whatever the machine's says. */
  readonly now: () => Date
  readonly onError: (error: unknown) => void
  readonly everyMilliseconds?: number
}

/** One look at one town: offers whose time is over, lists that are over, then the places that are free. Idempotent, and harmless beside another worker's. */
export async function runWaitingRound(db: Database, town: Town, now: Date): Promise<void> {
  const faults: unknown[] = []
  await expireOffers(db, town.id, now).catch((error: unknown) => faults.push(error))
  const stopsBefore = town.config.rules.waitlist.stopHours * 3_600_000
  await withTenant(db, town.id, (tx) => closeWaitsUntil(tx, new Date(now.getTime() + stopsBefore), now))
  await giveFreedPlaces(db, town, now).catch((error: unknown) => faults.push(error))
  throwAll(faults, 'A look at a waiting list')
}

/** Looks every few seconds, town by town, for places that have come free, however they did: nobody who frees one tells. */
export function startWaitingRound({
  db,
  towns,
  now,
  onError,
  everyMilliseconds = 5_000,
}: WaitingRoundOptions): { readonly stop: () => Promise<void> } {
  let isStopping = false
  let isLooking = false
  let round: Promise<void> = Promise.resolve()
  const look = async () => {
    for (const { id } of await listTowns(db)) {
      if (isStopping) return
      // One town's trouble keeps nobody else waiting.
      await lookAt(id).catch(onError)
    }
  }
  const lookAt = async (id: Town['id']) => {
    const at = now()
    // Most towns at most looks have nobody waiting: those cost one statement.
    if (!(await readInTenant(db, id, (tx) => isAnybodyWaiting(tx, at)))) return
    const town = await towns.lately(id)
    if (town !== undefined) await runWaitingRound(db, town, at)
  }
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    round = look()
      .catch(onError)
      .finally(() => {
        isLooking = false
      })
  }, everyMilliseconds)
  return {
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await round
    },
  }
}
