import { listMissedOn } from '@officine/db/attendance'
import type { Database } from '@officine/db/database'
import { findBookingByKey } from '@officine/db/bookings'
import type { BookingRow } from '@officine/db/bookings'
import { listCountedBookings, listCountedCompanions } from '@officine/db/counted-bookings'
import type { CountedPlace, OwnBooking } from '@officine/db/counted-bookings'
import { listOwnDependants } from '@officine/db/dependants'
import type { DecidedDependant } from '@officine/db/dependants'
import { listOpeningChanges } from '@officine/db/opening-changes'
import { listOutages } from '@officine/db/outages'
import { insertPoolDays, listHeldPlaces, lockPersons, lockPoolDays } from '@officine/db/pools'
import type { HeldPlace, LockedPerson, PoolDay } from '@officine/db/pools'
import { findConfigVersion } from '@officine/db/towns'
import { listWaitingOn } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { absencesFrom } from '@officine/domain/attendance/attendance-standing'
import type { HeldUnit } from '@officine/domain/booking/decide-booking'
import { addDays, mondayOf } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf } from '@officine/domain/calendar/local-time'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import type { Town } from '../town.ts'
import type { Plan } from './plan-booking.ts'
import { OvertakenError } from './relocate.ts'
import { promisedPlaces } from './waiting/promised-places.ts'

/** The caller's own name for a request. */
export interface RequestKey {
  readonly requestedBy: string
  readonly idempotencyKey: string
}

/** What a decision looks at, read after its locks were held. */
export interface Loaded {
  readonly person: LockedPerson | undefined
  readonly version: number | undefined
  /** The booking that an earlier try with the same key made. */
  readonly earlier: BookingRow | undefined
  readonly held: readonly HeldPlace[]
  /** Free places that those who wait are about to get. */
  readonly promised: readonly HeldUnit[]
  readonly outages: Awaited<ReturnType<typeof listOutages>>
  readonly own: readonly OwnBooking[]
  /** Days missed without an excuse that may still count. */
  readonly missedOn: readonly LocalDay[]
  readonly household: readonly CountedPlace[]
  readonly dependants: readonly DecidedDependant[]
}

export interface ToLoad {
  readonly plan: Plan
  readonly key: RequestKey | undefined
}

/** Days whose lock rows nobody has made yet: nothing was decided. */
export interface DaysToMake {
  readonly missing: readonly PoolDay[]
}

/**
 * Runs a use case that locks days. Rows that are missing are made between two tries, in a transaction of their own:
 * made while other locks are held, two who miss each other's rows would wait in a circle.
 */
export async function onDays<Result extends object>(
  db: Database,
  town: Town,
  work: (tx: TenantTransaction) => Promise<Result | DaysToMake>,
): Promise<Result> {
  for (;;) {
    const outcome = await withTenant(db, town.id, work)
    if (!('missing' in outcome)) return outcome
    await withTenant(db, town.id, (tx) => insertPoolDays(tx, outcome.missing))
  }
}

/**
 * Locks the persons whose caps apply, both parents of a child included, then every pool's day, and reads what the decisions look at.
 * Persons first, so that two bookings of one person on two days cannot both pass a weekly cap; each group in one order, so that nobody waits in a circle.
 */
export async function lockAndLoad(
  tx: TenantTransaction,
  wanted: readonly ToLoad[],
  besides: readonly PoolDay[] = [],
): Promise<{ readonly loaded: readonly Loaded[] } | DaysToMake> {
  const household = await findHousehold(tx, wanted)
  const days = distinct([...wanted.flatMap(({ plan }) => daysOf(plan)), ...besides])
  // One flight: the connection runs them in this order, so what is read is read after the locks are held.
  const [persons, locked, version, ...read] = await Promise.all([
    lockPersons(tx, household),
    lockPoolDays(tx, days),
    findConfigVersion(tx),
    ...wanted.map((each) => load(tx, each, household)),
  ])
  if (locked < days.length) return { missing: days }
  for (const [at, { decided }] of read.entries())
    if (idsOf(decided) !== idsOf(wanted[at]?.plan.decided ?? []))
      throw new OvertakenError('The opening changed between the plan and its locks')
  return {
    loaded: read.map((each, at) => ({
      ...each,
      version,
      person: persons.find(({ id }) => id === wanted[at]?.plan.personId),
    })),
  }
}

/** The booking that an earlier try with the same key made, if any. */
export function findEarlier(
  tx: TenantTransaction,
  { requestedBy, idempotencyKey }: RequestKey,
): Promise<BookingRow | undefined> {
  return findBookingByKey(tx, requestedBy, idempotencyKey)
}

async function load(tx: TenantTransaction, { plan, key }: ToLoad, household: readonly string[]) {
  const { period, personId } = plan
  const pools = [...new Set(daysOf(plan).map(({ poolId }) => poolId))]
  const [capFrom, capTo] = capSpan(period.day)
  const [dayFrom, dayTo] = [instantOf(period.day, '00:00'), instantOf(addDays(period.day, 1), '00:00')]
  const dependantIds = dependantsOf(plan)
  const hasCompanions = plan.companions.length > 0
  const missedFrom = absencesFrom(localDayOf(plan.now), plan.town.config.rules.attendance)
  const [earlier, held, outages, waiting, own, missedOn, decided, companions, dependants] = await Promise.all(
    [
      key && findEarlier(tx, key),
      listHeldPlaces(tx, pools, dayFrom, dayTo),
      listOutages(tx, pools, dayFrom, dayTo),
      listWaitingOn(tx, [plan.pool.poolId], period.day),
      listCountedBookings(tx, personId, capFrom, capTo),
      listMissedOn(tx, personId, missedFrom),
      listOpeningChanges(tx, period.day, period.day),
      hasCompanions ? listCountedCompanions(tx, household, dependantIds, capFrom, capTo) : [],
      dependantIds.length > 0 ? listOwnDependants(tx, personId, dependantIds) : [],
    ],
  )
  const promised = await promisedPlaces(tx, plan, { waiting, held, outages })
  return { earlier, held, promised, outages, own, missedOn, household: companions, dependants, decided }
}

/** A change is written once and lifted once: its id says all that a plan was made with. */
function idsOf(decided: Plan['decided']): string {
  return decided.map(({ id }) => id).join()
}

/** The holders and whoever else is a parent of the children named: their caps are one. */
async function findHousehold(tx: TenantTransaction, wanted: readonly ToLoad[]): Promise<readonly string[]> {
  const people = new Set<string>()
  for (const { plan } of wanted) {
    people.add(plan.personId)
    const ids = dependantsOf(plan)
    const dependants = ids.length === 0 ? [] : await listOwnDependants(tx, plan.personId, ids)
    for (const { personId, secondParentId } of dependants) {
      people.add(personId)
      if (secondParentId !== null) people.add(secondParentId)
    }
  }
  return [...people]
}

function dependantsOf({ companions }: Plan): readonly string[] {
  return [...new Set(companions.flatMap(({ dependantId }) => dependantId ?? []))]
}

function daysOf({ pool, period: { day }, companions }: Plan): readonly PoolDay[] {
  return distinct([
    { poolId: pool.poolId, day },
    ...companions.map((each) => ({ poolId: each.pool.poolId, day })),
  ])
}

function distinct(days: readonly PoolDay[]): readonly PoolDay[] {
  return [...new Map(days.map((each) => [`${each.poolId} ${each.day}`, each])).values()]
}

/** From the first to the last instant that any cap of this day can look at: its whole month and its whole ISO week. */
function capSpan(day: LocalDay): readonly [Date, Date] {
  const monday = mondayOf(day)
  const firstOfMonth = `${day.slice(0, 7)}-01`
  const from = monday < firstOfMonth ? monday : firstOfMonth
  const firstOfNext = `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
  const nextMonday = addDays(monday, 7)
  const to = nextMonday > firstOfNext ? nextMonday : firstOfNext
  return [instantOf(from, '00:00'), instantOf(to, '00:00')]
}
