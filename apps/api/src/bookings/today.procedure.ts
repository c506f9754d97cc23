import { z } from 'zod'
import { listBookingsOn } from '@officine/db/bookings'
import { listOutages } from '@officine/db/outages'
import { withTenant } from '@officine/db/with-tenant'
import { poolHoursOn } from '@officine/domain/booking/booking-period'
import { addDays } from '@officine/domain/calendar/local-day'
import { instantOf, localDayOf, localTimeOf } from '@officine/domain/calendar/local-time'
import { day, language } from '../inputs.ts'
import { dayText } from '../local-text.ts'
import { deskProcedure } from '../procedures.ts'
import { closedText, noticeText } from '../closed-text.ts'
import { asOpen, readChanges } from '../opening-of-pool.ts'
import { textIn } from '../town.ts'
import { deskBooking, deskBookingAt } from './desk-booking.ts'

export const todayProcedure = deskProcedure('front-desk', 'operator', 'manager')
  .input(z.object({ day: day.optional(), language }))
  .query(async ({ ctx: { db, town, now }, input }) => {
    const date = input.day ?? localDayOf(now)
    const starts = instantOf(date, '00:00')
    const ends = instantOf(addDays(date, 1), '00:00')
    const poolIds = town.pools.map(({ poolId }) => poolId)
    const [records, decided, outages] = await withTenant(db, town.id, (tx) =>
      Promise.all([
        listBookingsOn(tx, date),
        readChanges(tx, date, 1),
        listOutages(tx, poolIds, starts, ends),
      ]),
    )
    const lines = records.map((record) => ({ record, said: deskBooking(record, town, input.language, now) }))
    const countOf = (wanted: (line: (typeof lines)[number]) => boolean) => lines.filter(wanted).length
    return {
      day: date,
      dayLabel: dayText(date, input.language),
      nowLocal: localTimeOf(now),
      isToday: date === localDayOf(now),
      pools: town.pools.map((usual) => {
        const pool = asOpen(usual, decided)
        const { cells, shut } = poolHoursOn(pool, date)
        return {
          poolId: pool.poolId,
          name: textIn(pool.presentation.name, input.language),
          kind: pool.pool.kind,
          closedBecause: shut && closedText(town, date, shut, input.language),
          notice: shut ? undefined : noticeText(pool, date, input.language),
          cells: cells.map(([from, to]) => ({ from, to })),
          units: pool.places.map(({ unitId, label, isAccessible }) => ({
            unitId,
            label,
            isAccessible,
            /** When it is given to nobody; `24:00` is the end of the day. */
            outOfOrder: outages
              .filter((outage) => outage.unitId === unitId)
              .map(({ startsAt, endsAt }) => ({
                from: startsAt <= starts ? '00:00' : localTimeOf(startsAt),
                to: endsAt >= ends ? '24:00' : localTimeOf(endsAt),
              })),
            bookings: lines
              .flatMap(({ record, said }) =>
                record.units
                  .filter((place) => place.unitId === unitId)
                  .map((place) => deskBookingAt(record, place, said)),
              )
              .toSorted((a, b) => (a.here.from < b.here.from ? -1 : 1)),
          })),
        }
      }),
      counts: {
        expected: countOf(({ said }) => said.status === 'confirmed' && !said.isLate),
        present: countOf(({ said, record }) => said.status === 'checked-in' && now < record.endsAt),
        late: countOf(({ said, record }) => said.isLate && now < record.endsAt),
        absent: countOf(
          ({ said, record }) => said.status === 'no-show' || (said.isLate && now >= record.endsAt),
        ),
      },
    }
  })
