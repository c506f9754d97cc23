import { z } from 'zod'
import { listBookingsOn } from '@officine/db/bookings'
import type { BookingRecord } from '@officine/db/bookings'
import { withTenant } from '@officine/db/with-tenant'
import { localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { companionsOf, seatsOf, unitText } from '../booking-view.ts'
import { language } from '../inputs.ts'
import { dayText } from '../local-text.ts'
import type { TextLanguage } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'
import { textIn } from '../town.ts'
import type { Town } from '../town.ts'

/**
 * Who is in the building now, by pool: whoever was checked in today and has not left. Who stayed past the end of their time
 * without anybody noting that they left is told apart: they may still be inside, and in an evacuation somebody looks.
 */
export const presentProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ language }).prefault({}))
  .query(async ({ ctx: { db, town, now }, input }) => {
    const day = localDayOf(now)
    const records = await withTenant(db, town.id, (tx) => listBookingsOn(tx, day))
    const visits = records
      .filter(({ status }) => status === 'checked-in')
      .map((record) => visitView(record, town, input.language, now))
    const inside = visits.filter(({ isOver }) => !isOver)
    return {
      dayLabel: dayText(day, input.language),
      nowLocal: localTimeOf(now),
      total: peopleIn(inside),
      children: inside.reduce((sum, { children }) => sum + children.length, 0),
      maybeInside: peopleIn(visits) - peopleIn(inside),
      pools: town.pools.flatMap(({ poolId, presentation, places }) => {
        const here = visits
          .filter((visit) => visit.poolId === poolId)
          .toSorted((a, b) => placeOrder(places, a) - placeOrder(places, b))
        return here.length === 0
          ? []
          : [{ poolId, name: textIn(presentation.name, input.language), visits: here }]
      }),
    }
  })

function visitView(record: BookingRecord, town: Town, reader: TextLanguage, now: Date) {
  const seats = seatsOf(record)
  const current = seats.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
  const companions = companionsOf(record, town, reader)
  return {
    bookingId: record.id,
    personId: record.personId,
    personName: `${record.givenName} ${record.familyName}`,
    poolId: record.poolId,
    unitIds: (current.length > 0 ? current : seats).map(({ unitId }) => unitId),
    unitLabel: unitText({ units: current.length > 0 ? current : seats }, reader),
    since: localTimeOf(record.checkedInAt ?? record.startsAt),
    until: localTimeOf(record.endsAt),
    isOver: now >= record.endsAt,
    people: seats.filter(({ startsAt }) => startsAt <= record.startsAt).length,
    children: companions.flatMap(({ dependantId, childName, unitLabel }) =>
      dependantId === undefined || childName === undefined ? [] : [{ dependantId, childName, unitLabel }],
    ),
    things: companions.flatMap(({ dependantId, unitLabel }) =>
      dependantId === undefined ? [unitLabel] : [],
    ),
  }
}

type Visit = ReturnType<typeof visitView>

/** Adults and children: a pet and a laptop are not counted as people. */
function peopleIn(visits: readonly Visit[]): number {
  return visits.reduce((sum, { people, children }) => sum + people + children.length, 0)
}

function placeOrder(
  places: readonly { readonly unitId: string }[],
  { unitIds: [first] }: Pick<Visit, 'unitIds'>,
): number {
  return places.findIndex(({ unitId }) => unitId === first)
}
