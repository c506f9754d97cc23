import type { HeldPlace } from '@officine/db/pools'
import type { HeldUnit } from '@officine/domain/booking/decide-booking'
import type { CompanionFacts, TogetherFacts } from '@officine/domain/booking/decide-together'
import type { Absences } from '@officine/domain/attendance/attendance-standing'
import { isSafeguarded } from '@officine/domain/attendance/attendance-standing'
import { overlaps } from '@officine/domain/booking/assign-units'
import { localDayOf } from '@officine/domain/calendar/local-time'
import { slotsOn } from '@officine/domain/calendar/slots'
import type { PersonFacts } from '@officine/domain/rules/predicate'
import type { PoolOfTown } from '../town.ts'
import type { Loaded } from './lock-and-load.ts'
import type { Plan, PlannedCompanion } from './plan-booking.ts'

/** What the town's rules may look at; a fact that is not known is left out, and makes its condition false. */
export function personFacts({
  bornOn,
  residence,
}: {
  readonly bornOn: string | null
  readonly residence: string | null
}): PersonFacts {
  return { ...(bornOn !== null && { bornOn }), ...(residence !== null && { residence }) }
}

/**
 * A plan and what was read for it, as the decision looks at them; a booking that is being changed is left out of what stands, and no pause stands
 * in its way: it was had before.
 */
export function factsOf(plan: Plan, loaded: Loaded, changing?: string): TogetherFacts {
  const { pool, period, wantedUnitId, needsUnit = false, people = 1, keptUnitIds = [] } = plan
  const isOther = ({ bookingId }: { readonly bookingId: string }) => bookingId !== changing
  const { person } = loaded
  const held = loaded.held.filter(isOther)
  const { units, blocked } = standing(pool, loaded)
  return {
    rules: pool.rules,
    poolSlug: pool.slug,
    pool: pool.pool,
    period,
    personId: plan.personId,
    person: person === undefined ? {} : personFacts(person),
    own: loaded.own.filter(isOther).map(({ status, ...booking }) => ({ ...booking, isOver: isOver(status) })),
    ...(changing === undefined && { absences: absencesOf(plan, loaded) }),
    units,
    held: [...heldUnits(held.filter(({ poolId }) => poolId === pool.poolId)), ...loaded.promised],
    blocked,
    needsUnit,
    people,
    keptUnitIds,
    ...(wantedUnitId !== undefined && { wantedUnitId }),
    companions: plan.companions.map((companion) => companionFacts(companion, held, loaded)),
    household: loaded.household.filter(isOther).map(({ status, dependantId, ...place }) => ({
      ...place,
      slots: cellsOf(plan, place),
      isOver: isOver(status),
      ...(dependantId !== null && { dependantId }),
    })),
  }
}

/** The absences that a pause would follow from, as they were read under the person's lock. */
export function absencesOf({ now }: Plan, { missedOn, person }: Loaded): Absences {
  return { missedOn, isSafeguarded: isSafeguarded(person?.bornOn ?? null, localDayOf(now)) }
}

function isOver(status: string): boolean {
  return status === 'completed' || status === 'no-show'
}

function companionFacts(
  { pool, isAddOn, cells, dependantId, wantedUnitId }: PlannedCompanion,
  held: readonly HeldPlace[],
  loaded: Loaded,
): CompanionFacts {
  const child = loaded.dependants.find(({ id }) => id === dependantId)
  const residence = loaded.person?.residence ?? null
  return {
    slug: pool.slug,
    pool: pool.pool,
    isAddOn,
    cells,
    ...standing(pool, loaded),
    held: held.filter(({ poolId }) => poolId === pool.poolId),
    // A child lives where its parent does, as far as anybody has said.
    guest: personFacts({ bornOn: child?.bornOn ?? null, residence }),
    ...(dependantId !== undefined && { dependantId }),
    ...(wantedUnitId !== undefined && { wantedUnitId }),
  }
}

function standing(pool: PoolOfTown, { outages }: Loaded) {
  return {
    units: pool.places,
    blocked: outages.filter(({ poolId }) => poolId === pool.poolId),
  }
}

/** Holdings with the facts reserves look at. Of a group, only the organiser's own place carries claims. */
export function heldUnits(held: readonly HeldPlace[]): readonly HeldUnit[] {
  return held.map((place) => {
    const { placeId, bookingId, unitId, startsAt, endsAt, status, isPinned } = place
    const company = held.filter(
      (other) => other !== place && other.bookingId === bookingId && overlaps(other, place),
    )
    const isOrganisers = company.every((other) => placeId < other.placeId)
    return {
      placeId,
      unitId,
      startsAt,
      endsAt,
      // Who came to sit together is not parted for somebody else's convenience.
      isMovable: status === 'confirmed' && !isPinned && company.length === 0,
      holder: isOrganisers ? personFacts(place) : {},
    }
  })
}

/** Cells of a companion's own grid that one of its places covers. */
function cellsOf(
  { town }: Plan,
  place: { readonly pool: string; readonly day: string; readonly startsAt: Date; readonly endsAt: Date },
): number {
  const rules = town.config.rules.pools[place.pool]
  const cells = rules === undefined ? [] : slotsOn(rules, place.day, [])
  return Math.max(1, cells.filter((cell) => overlaps(cell, place)).length)
}
