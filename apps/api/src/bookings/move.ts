import type { BookingRecord } from '@officine/db/bookings'
import type { Database } from '@officine/db/database'
import type { AskedPeriod } from '@officine/domain/booking/booking-period'
import { decideTogether } from '@officine/domain/booking/decide-together'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { whyUndecided } from './book.ts'
import { absencesOf, factsOf } from './booking-facts.ts'
import { droppedBefore, droppedOf, placesOf, reasonOf, wordsOf } from './booking-places.ts'
import { findChangeable, lockUnchanged, refuseChange, saveChange, standingDays } from './change-booking.ts'
import type { Change, ChangeOutcome } from './change-booking.ts'
import { lockAndLoad, onDays } from './lock-and-load.ts'
import { planBooking } from './plan-booking.ts'
import { relocate } from './relocate.ts'
import { wantedAgain } from './wanted-again.ts'

export interface Move extends Change {
  readonly asked: AskedPeriod
}

/** Puts a booking at another time with all that goes with it, its own places counting as free; or leaves everything as it was and says why. */
export function moveBooking(db: Database, request: Move): Promise<ChangeOutcome> {
  const { town, by, asked, changeKey, now } = request
  return onDays<ChangeOutcome>(db, town, async (tx) => {
    const found = await findChangeable(tx, request)
    if (found === undefined) return { unknown: 'booking' }
    if (found.changeKey === changeKey)
      return standsAt(found, asked)
        ? { changed: true, dropped: await droppedBefore(tx, town, found.id, 'moved') }
        : refuseChange({ reason: 'different-request' })
    if (found.status !== 'confirmed') return refuseChange({ reason: 'not-active', status: found.status })
    if ('holderId' in by && now >= found.startsAt) return refuseChange({ reason: 'already-started' })

    const wanted = wantedAgain(town, found, asked, now)
    if (wanted === undefined) return { stale: true }
    const planned = await planBooking(tx, wanted, 'holderId' in by ? 'away' : 'walk-in')
    if ('refusal' in planned) return refuseChange(planned.refusal)
    const { plan } = planned
    const read = await lockAndLoad(tx, [{ plan, key: undefined }], standingDays(found))
    if ('missing' in read) return read
    const [loaded] = read.loaded
    if (loaded === undefined) throw new Error('Nothing was loaded for a move')
    await lockUnchanged(tx, found)

    const cannot = whyUndecided(plan, loaded)
    if (cannot !== undefined) return 'refusal' in cannot ? refuseChange(cannot.refusal) : cannot
    const isNewWish = wasForItsOwnDay(found)
    const facts = {
      ...factsOf(plan, loaded, found.id),
      ...(isNewWish && { absences: absencesOf(plan, loaded) }),
    }
    const decision = decideTogether(facts, now)
    if (!decision.booked) return refuseChange(decision.refusal)

    await relocate(tx, town, decision.relocations, loaded.held, { for: found.id }, now)
    const { day, startsAt, endsAt, cells } = plan.period
    await saveChange(tx, request, found, {
      period: { day, startsAt, endsAt, slots: cells.length },
      places: placesOf(plan, decision),
      because: reasonOf(plan, facts, decision, 'MOVED', { from: found.startsAt, until: found.endsAt }),
      words: wordsOf('booking-moved', plan),
    })
    return { changed: true, dropped: droppedOf(plan, decision) }
  })
}

function standsAt({ day, startsAt, endsAt }: BookingRecord, asked: AskedPeriod): boolean {
  return day === asked.day && localTimeOf(startsAt) === asked.from && localTimeOf(endsAt) === asked.to
}

/** A pause leaves the day itself open: put at a later day, what was booked on its own day would be a booking ahead. Any other was had before. */
function wasForItsOwnDay({ day, bookedAt }: BookingRecord): boolean {
  return day === localDayOf(bookedAt)
}
