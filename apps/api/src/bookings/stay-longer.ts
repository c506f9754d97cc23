import type { BookingRecord, NewBookingUnit } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { newId } from '@officine/db/new-id'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { decideTogether } from '@officine/domain/booking/decide-together'
import type { TogetherDecision, TogetherFacts } from '@officine/domain/booking/decide-together'
import { poolHoursOn } from '@officine/domain/booking/booking-period'
import type { Cell } from '@officine/domain/booking/opening-hours'
import { localTimeOf } from '@officine/domain/calendar/local-time'
import type { LocalDay, LocalTime } from '@officine/domain/rules/tenant-rules'
import { asOpen, readChanges } from '../opening-of-pool.ts'
import { findPool } from '../town.ts'
import type { PoolOfTown } from '../town.ts'
import { whyUndecided } from './book.ts'
import { factsOf } from './booking-facts.ts'
import { droppedOf, placesOf, reasonOf } from './booking-places.ts'
import { findChangeable, lockUnchanged, refuseChange, saveChange } from './change-booking.ts'
import type { Change, ChangeOutcome } from './change-booking.ts'
import { lockAndLoad, onDays } from './lock-and-load.ts'
import { planBooking } from './plan-booking.ts'
import { relocate } from './relocate.ts'
import { wantedAgain } from './wanted-again.ts'

/** Adds the next cell of the grid to a booking, seats and companions together, under the same rules as any booking of that cell. */
export function stayLonger(db: Database, request: Change): Promise<ChangeOutcome> {
  const { town, changeKey, now } = request
  return onDays<ChangeOutcome>(db, town, async (tx) => {
    const found = await findChangeable(tx, request)
    if (found === undefined) return { unknown: 'booking' }
    if (found.changeKey === changeKey) return { changed: true, dropped: [] }
    if ((found.status !== 'confirmed' && found.status !== 'checked-in') || now >= found.endsAt)
      return refuseChange({ reason: 'not-active', status: found.status })

    const until = localTimeOf(found.endsAt)
    const next = await nextCell(tx, findPool(town, found.poolId), found.day, until)
    if (next === undefined) return refuseChange({ reason: 'no-later-cell' })
    const wanted = wantedAgain(town, atItsEnd(found), { day: found.day, from: next[0], to: next[1] }, now)
    if (wanted === undefined) return { stale: true }
    const planned = await planBooking(tx, wanted, 'walk-in')
    if ('refusal' in planned) return refuseChange(planned.refusal)
    const { plan } = planned
    const read = await lockAndLoad(tx, [{ plan, key: undefined }])
    if ('missing' in read) return read
    const [loaded] = read.loaded
    if (loaded === undefined) throw new Error('Nothing was loaded for a longer stay')
    await lockUnchanged(tx, found)

    const cannot = whyUndecided(plan, loaded)
    if (cannot !== undefined) return 'refusal' in cannot ? refuseChange(cannot.refusal) : cannot
    const facts = factsOf(plan, loaded)
    const decision = decideToStay(facts, now)
    if (!decision.booked) return refuseChange(decision.refusal)

    await relocate(tx, town, decision.relocations, loaded.held, { for: found.id }, now)
    const { day, endsAt, cells } = plan.period
    await saveChange(tx, request, found, {
      period: { day, startsAt: found.startsAt, endsAt, slots: found.slots + cells.length },
      places: joined(found, placesOf(plan, decision), now),
      because: reasonOf(plan, facts, decision, 'EXTENDED', { until: found.endsAt }),
      words: now < found.startsAt ? [{ id: newId(now), topic: 'booking-moved', runAt: now }] : [],
    })
    return { changed: true, dropped: droppedOf(plan, decision) }
  })
}

/** The cell that begins when another ends: of that day's own hours, or else of the usual ones, so that a closure is told as one. */
async function nextCell(
  tx: TenantTransaction,
  pool: PoolOfTown | undefined,
  day: LocalDay,
  until: LocalTime,
): Promise<Cell | undefined> {
  if (pool === undefined) return undefined
  const { cells } = poolHoursOn(asOpen(pool, await readChanges(tx, day, 1)), day)
  return [...cells, ...pool.pool.open.slots].find(([from]) => from === until)
}

/** Who sits somewhere keeps the seat if whoever comes next can still sit elsewhere; only then do they change. */
function decideToStay(facts: TogetherFacts, now: Date): TogetherDecision {
  if (facts.people !== 1 || facts.needsUnit === true) return decideTogether(facts, now)
  const seated = decideTogether({ ...facts, needsUnit: true }, now)
  return !seated.booked && seated.refusal.reason === 'place-taken' ? decideTogether(facts, now) : seated
}

/** The booking as it stands in its last moment: who changes place during the day stays at the last one. */
function atItsEnd(found: BookingRecord): BookingRecord {
  const last = found.units.filter(({ endsAt }) => endsAt >= found.endsAt)
  return { ...found, units: last.map((place) => ({ ...place, startsAt: found.startsAt })) }
}

/** Old places and those of the added time, joined where it is the same place. */
function joined(
  { units }: BookingRecord,
  added: readonly NewBookingUnit[],
  now: Date,
): readonly NewBookingUnit[] {
  const continues = (place: Pick<NewBookingUnit, 'unitId' | 'endsAt'>) =>
    added.find(
      (later) => later.unitId === place.unitId && later.startsAt.getTime() === place.endsAt.getTime(),
    )
  const stood = units.map(({ poolId, unitId, startsAt, endsAt, isPinned, isAddOn, dependantId }) => {
    const place = { poolId, unitId, startsAt, endsAt, isPinned, isAddOn, dependantId }
    return { id: newId(now), ...place, endsAt: continues(place)?.endsAt ?? endsAt }
  })
  const isNew = (later: NewBookingUnit) => !units.some((place) => continues(place) === later)
  return [...stood, ...added.filter(isNew)]
}
