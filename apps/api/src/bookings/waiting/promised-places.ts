import type { HeldPlace } from '@officine/db/pools'
import type { WaitRecord } from '@officine/db/waits'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { placeFreedAt } from '@officine/domain/allocation/offer'
import type { HeldUnit } from '@officine/domain/booking/decide-booking'
import type { TakenUnit } from '@officine/domain/booking/assign-units'
import { withPlacesPromised } from '@officine/domain/waiting/next-in-line'
import { asOpen } from '../../opening-of-pool.ts'
import { heldUnits } from '../booking-facts.ts'
import type { Plan } from '../plan-booking.ts'
import { inLine } from './line-of-day.ts'

/** The day as it was read under the locks of a booking. */
export interface DayAsRead {
  readonly waiting: readonly WaitRecord[]
  readonly held: readonly HeldPlace[]
  readonly outages: readonly (TakenUnit & { readonly poolId: string })[]
}

/**
 * Free places of a pool that those who wait are about to get: the round gives them within seconds, and whoever asks for one meanwhile must not have it.
 * None for who was passed over already, none so late that a place is left to who comes, and nobody's own wish stands in their way.
 */
export async function promisedPlaces(
  tx: TenantTransaction,
  { pool, period, personId, decided, now }: Plan,
  { waiting, held, outages }: DayAsRead,
): Promise<readonly HeldUnit[]> {
  const others = waiting.filter(
    (wait) =>
      wait.poolId === pool.poolId &&
      wait.personId !== personId &&
      wait.passedOverAt === null &&
      placeFreedAt(now, wait.startsAt, pool.rules.waitlist).goes !== 'walk-in',
  )
  if (others.length === 0) return []
  const here = ({ poolId }: { readonly poolId: string }) => poolId === pool.poolId
  const standing = heldUnits(held.filter(here))
  const line = {
    rules: pool.rules,
    poolSlug: pool.slug,
    pool: pool.pool,
    units: pool.places,
    held: standing,
    blocked: outages.filter(here),
    waiting: await inLine(tx, asOpen(pool, decided), period.day, others, now),
  }
  // What stands has a name; what is promised has none yet.
  return withPlacesPromised(line, new Set(), now).filter(({ placeId }) => placeId === undefined)
}
