import { companionOffers, faultOfCompanions } from '@officine/domain/booking/companion-offer'
import { decidePeriod } from '@officine/domain/booking/booking-period'
import type { AskedPeriod, BookablePeriod, Presence } from '@officine/domain/booking/booking-period'
import type { BookingRefusal } from '@officine/domain/booking/booking-refusal'
import type { SlotTimes } from '@officine/domain/calendar/slots'
import type { DecidedChange } from '@officine/db/opening-changes'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { asOpen, readChanges } from '../opening-of-pool.ts'
import type { PoolOfTown, Town } from '../town.ts'

/** One place of what is to come along, for whom when it is a child's. */
export interface AskedCompanion {
  readonly pool: PoolOfTown
  readonly dependantId: string | undefined
  readonly isAddOn: boolean
  readonly wantedUnitId?: string | undefined
}

/** What somebody wants, before anybody looks whether it is free. */
export interface Wanted {
  readonly town: Town
  readonly pool: PoolOfTown
  readonly personId: string
  readonly asked: AskedPeriod
  readonly wantedUnitId: string | undefined
  /** Only the wanted place will do. */
  readonly needsUnit?: boolean
  /** How many come together, the organiser included. */
  readonly people?: number
  readonly keptUnitIds?: readonly string[]
  /** The wanted place is the one that the booking was given before, and nobody chose it. */
  readonly isWantedByHabit?: boolean
  readonly companions?: readonly AskedCompanion[]
  readonly now: Date
}

export interface PlannedCompanion extends AskedCompanion {
  /** Its own cells of the period; undefined when it is not open then. */
  readonly cells: readonly SlotTimes[] | undefined
}

/** What is wanted, on the grids of the pools it touches; companions in the order of the rules. */
export interface Plan extends Wanted {
  readonly period: BookablePeriod
  readonly companions: readonly PlannedCompanion[]
  /** What the desk had changed of the opening when the plan was made; the locks show whether it still holds. */
  readonly decided: readonly DecidedChange[]
}

/** Lays a wish on the town's calendar, closures and exceptional hours included, or says why it cannot be had by anyone. */
export async function planBooking(
  tx: TenantTransaction,
  wanted: Wanted,
  presence: Presence,
): Promise<{ readonly plan: Plan } | { readonly refusal: BookingRefusal }> {
  const { pool, asked, now, companions = [] } = wanted
  const decided = await readChanges(tx, asked.day, 1)
  const there = decidePeriod(asOpen(pool, decided), asked, presence, now)
  if ('refusal' in there) return there

  const offers = companionOffers(pool.rules, pool.slug)
  const fault = faultOfCompanions(
    offers,
    companions.map(({ pool: { slug }, dependantId, isAddOn }) => ({
      slug,
      isAddOn,
      ...(dependantId !== undefined && { dependantId }),
    })),
  )
  if (fault !== undefined) return { refusal: fault }

  const rank = ({ pool: { slug } }: AskedCompanion) => offers.findIndex((offer) => offer.slug === slug)
  const planned = companions
    .map((companion) => {
      const beside = decidePeriod(asOpen(companion.pool, decided), asked, presence, now)
      return { ...companion, cells: 'period' in beside ? beside.period.cells : undefined }
    })
    .toSorted((a, b) => rank(a) - rank(b))
  return { plan: { ...wanted, period: there.period, companions: planned, decided } }
}
