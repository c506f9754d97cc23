import { changesOfPool } from '@officine/domain/booking/changes-of-pool'
import type { PlacedChange } from '@officine/domain/booking/changes-of-pool'
import { hoursOn, instantsOf } from '@officine/domain/booking/opening-hours'
import { slotsOn } from '@officine/domain/calendar/slots'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { TenantConfig } from './tenant-config.ts'

/** A place that somebody holds from now on, as the town's file names it. */
export interface PlaceAhead {
  readonly bookingId: string
  readonly pool: string
  readonly unit: number
  readonly day: LocalDay
  readonly startsAt: Date
  readonly endsAt: Date
}

export type StrandedBecause = 'no-such-pool' | 'no-such-unit' | 'shut' | 'no-such-time'

/**
 * The held places that a town's next configuration would no longer give: applying it would leave people before a shut
 * door, unless the desk opens it (`otherHours`, by the slug of their pool). `shut` is a holiday or a closure, `no-such-time` a period that is off the new grid.
 */
export function strandedBookings<P extends PlaceAhead>(
  next: TenantConfig,
  held: readonly P[],
  otherHours: readonly PlacedChange[] = [],
): readonly (P & { readonly because: StrandedBecause })[] {
  return held.flatMap((place) => {
    const because = findStranding(next, place, otherHours)
    return because === undefined ? [] : [{ ...place, because }]
  })
}

function findStranding(
  next: TenantConfig,
  place: PlaceAhead,
  otherHours: readonly PlacedChange[],
): StrandedBecause | undefined {
  const presentation = next.pools.find(({ slug }) => slug === place.pool)
  const rules = next.rules.pools[place.pool]
  if (presentation === undefined || rules === undefined) return 'no-such-pool'
  if (!presentation.units.some(({ number }) => number === place.unit)) return 'no-such-unit'

  const isClosed = next.closures.some(
    ({ from, to, site }) =>
      from <= place.day && place.day <= to && (site ?? presentation.site) === presentation.site,
  )
  const holidays = next.rules.holidays ?? []
  const about = { site: presentation.site, poolId: place.pool }
  const changes = changesOfPool(next.closures, otherHours, about)
  const exceptional = instantsOf(hoursOn({ open: rules.open, holidays, changes }, place.day).cells, place.day)
  const slots = [...slotsOn(rules, place.day, holidays), ...exceptional]
  if (isClosed || slots.length === 0) return 'shut'
  const beginsOnGrid = slots.some(({ startsAt }) => startsAt.getTime() === place.startsAt.getTime())
  const endsOnGrid = slots.some(({ endsAt }) => endsAt.getTime() === place.endsAt.getTime())
  return beginsOnGrid && endsOnGrid ? undefined : 'no-such-time'
}
