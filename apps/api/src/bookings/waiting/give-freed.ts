import { insertBooking } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import { newBookingCode, newQrSecret } from '@officine/db/new-booking-code'
import { newId } from '@officine/db/new-id'
import { onConstraint } from '@officine/db/on-constraint'
import { listWaitingPeople } from '@officine/db/waiting-people'
import { changeWait, listWaitingDays, markPassedOver } from '@officine/db/waits'
import type { WaitRecord } from '@officine/db/waits'
import { withTenant } from '@officine/db/with-tenant'
import type { TenantTransaction } from '@officine/db/with-tenant'
import { hashOfJson } from '@officine/domain/allocation/hashes'
import { placeFreedAt } from '@officine/domain/allocation/offer'
import type { FreedPlace } from '@officine/domain/allocation/offer'
import { decideTogether } from '@officine/domain/booking/decide-together'
import type { LocalDay } from '@officine/domain/rules/tenant-rules'
import { nextInLine } from '@officine/domain/waiting/next-in-line'
import { findPool } from '../../town.ts'
import type { PoolOfTown, Town } from '../../town.ts'
import { whyUndecided } from '../book.ts'
import type { Decided } from '../book.ts'
import { factsOf } from '../booking-facts.ts'
import { placesOf, reasonOf, wordsOf } from '../booking-places.ts'
import { lockAndLoad, onDays } from '../lock-and-load.ts'
import { planBooking } from '../plan-booking.ts'
import { relocate } from '../relocate.ts'
import { readLine } from './line-of-day.ts'
import type { LineOfDay } from './line-of-day.ts'
import { reachOf } from './reach.ts'
import { throwAll } from './throw-all.ts'
import { wantedOfWait } from './wanted-of-wait.ts'

/** A place that can be given: confirmed at once, or offered until it runs out. */
type Gift = Exclude<FreedPlace, { goes: 'walk-in' }>

/**
 * What became of one try. `changed`: somebody was faster, or the list is another, so look again. `passed-over`: this person cannot have it now, for a reason of
 * their own. `stale`: the town's configuration is another, and the next look has it.
 */
type Step = 'given' | 'changed' | 'passed-over' | 'stale'

/** Keys are the caller's to choose: some other booking of theirs may carry the name of a wait. */
const oneOfKey = 'booking_tenant_id_requested_by_idempotency_key_key'

/** Gives every free place of a town to who is next, one transaction a place. How many were given; what went wrong with some is thrown once the others have theirs. */
export async function giveFreedPlaces(db: Database, town: Town, now: Date): Promise<number> {
  const days = await withTenant(db, town.id, (tx) => listWaitingDays(tx, now))
  const faults: unknown[] = []
  let given = 0
  for (const { poolId, day } of days) {
    const pool = findPool(town, poolId)
    if (pool !== undefined) given += await giveOnDay(db, town, pool, day, now, faults)
  }
  throwAll(faults, 'Places that could not be given')
  return given
}

async function giveOnDay(
  db: Database,
  town: Town,
  pool: PoolOfTown,
  day: LocalDay,
  now: Date,
  faults: unknown[],
): Promise<number> {
  const passedOver = new Set<string>()
  const faulty = new Set<string>()
  let given = 0
  for (;;) {
    const line = await withTenant(db, town.id, (tx) => readLine(tx, pool, day, now))
    const barred = passedOver.union(faulty)
    const next = nextInLine(line, barred, now)
    const wish = line.waiting.find(({ waitId }) => waitId === next?.waitId)
    if (wish === undefined) break
    try {
      const { step } = await onConstraint(giveTo(db, town, pool, wish.record, barred, now), oneOfKey, {
        step: 'passed-over' as const,
      })
      if (step === 'stale') break
      if (step === 'given') given += 1
      if (step === 'passed-over') passedOver.add(wish.waitId)
    } catch (error) {
      // Whose turn met a fault keeps what is promised to them: it is not their doing, and the next look tries again.
      faulty.add(wish.waitId)
      faults.push(error)
    }
  }
  if (passedOver.size > 0) await withTenant(db, town.id, (tx) => markPassedOver(tx, [...passedOver], now))
  return given
}

/**
 * Gives the next place to one person under the guard of every booking: their locks and the days', the list and the places read again after them. The engine must
 * still name them next; two rounds at once therefore never give one place twice, nor one person two.
 */
function giveTo(
  db: Database,
  town: Town,
  pool: PoolOfTown,
  wait: WaitRecord,
  barred: ReadonlySet<string>,
  now: Date,
): Promise<{ readonly step: Step }> {
  return onDays<{ readonly step: Step }>(db, town, async (tx) => {
    const wanted = wantedOfWait(town, wait, now)
    const planned = wanted && (await planBooking(tx, wanted, 'away'))
    if (planned === undefined || 'refusal' in planned) return { step: 'passed-over' }
    const { plan } = planned
    const read = await lockAndLoad(tx, [{ plan, key: undefined }])
    if ('missing' in read) return read
    const [loaded] = read.loaded
    if (loaded === undefined) throw new Error('Nothing was loaded for a wait')
    const line = await readLine(tx, pool, wait.day, now)
    if (nextInLine(line, barred, now)?.waitId !== wait.id) return { step: 'changed' }

    const cannot = whyUndecided(plan, loaded)
    if (cannot !== undefined) return { step: 'stale' in cannot ? 'stale' : 'passed-over' }
    const gift = placeFreedAt(now, wait.startsAt, pool.rules.waitlist)
    if (gift.goes === 'walk-in' || (gift.goes === 'offered' && !(await canBeAsked(tx, wait))))
      return { step: 'passed-over' }
    // The places kept for the list are this person's to have.
    const facts = factsOf(plan, { ...loaded, promised: [] })
    const decision = decideTogether(facts, now)
    if (!decision.booked) return { step: 'passed-over' }
    await saveGift(
      tx,
      { plan, loaded, facts, decision, requestHash: hashOfJson({ waitId: wait.id }) },
      wait,
      gift,
      line,
    )
    return { step: 'given' }
  })
}

async function canBeAsked(tx: TenantTransaction, { personId }: WaitRecord): Promise<boolean> {
  const [person] = await listWaitingPeople(tx, [personId])
  return person !== undefined && (await reachOf(tx, person)) !== 'none'
}

async function saveGift(
  tx: TenantTransaction,
  { plan, loaded, facts, decision, requestHash }: Decided,
  wait: WaitRecord,
  gift: Gift,
  { waiting }: LineOfDay,
): Promise<void> {
  const { town, pool, period, personId, now } = plan
  const id = newId(now)
  const isOffer = gift.goes === 'offered'
  await relocate(tx, town, decision.relocations, loaded.held, { for: id }, now)
  // In what order they stood, so that the choice can be checked: marks and counts, nobody's name.
  const order = waiting.map(({ waitId, recentUse, askedAt }) => ({ waitId, recentUse, askedAt }))
  await insertBooking(
    tx,
    {
      id,
      personId,
      poolId: pool.poolId,
      day: period.day,
      startsAt: period.startsAt,
      endsAt: period.endsAt,
      slots: period.cells.length,
      status: isOffer ? 'offered' : 'confirmed',
      channel: wait.channel,
      code: newBookingCode(),
      qrSecret: newQrSecret(),
      requestedBy: personId,
      idempotencyKey: wait.id,
      requestHash,
      bookedAt: now,
      ...(isOffer && { offerExpiresAt: gift.expiresAt }),
    },
    placesOf(plan, decision),
    reasonOf(plan, facts, decision, isOffer ? 'OFFERED' : 'PROMOTED', { waitId: wait.id, order }),
    isOffer ? [{ id: newId(now), topic: 'place-offered', runAt: now }] : wordsOf('place-given', plan),
  )
  await changeWait(tx, wait.id, 'waiting', {
    bookingId: id,
    ...(isOffer ? { status: 'offered' } : { status: 'given', closedAt: now }),
  })
}
