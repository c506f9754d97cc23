import * as bookings from '../../src/bookings.ts'
import * as counted from '../../src/counted-bookings.ts'
import * as pools from '../../src/pools.ts'
import { asked, later } from './scene.ts'
import type { QueryCall } from './scene.ts'

/** Bookings and their locks. */
export const bookingQueries: Readonly<Record<string, QueryCall>> = {
  findBookingByKey: asked((tx, { newId }) => bookings.findBookingByKey(tx, newId(), newId())),
  listCountedBookings: asked((tx, { idOf, now }) =>
    counted.listCountedBookings(tx, idOf('person'), now, later),
  ),
  insertBooking: asked((tx, { idOf, now, newId }) => {
    const period = { startsAt: now, endsAt: new Date(now.getTime() + 3_600_000) }
    return bookings.insertBooking(
      tx,
      {
        id: newId(),
        personId: idOf('person'),
        poolId: idOf('pool'),
        day: '2026-10-01',
        ...period,
        slots: 1,
        status: 'confirmed',
        channel: 'web',
        code: 'AAAABBBB',
        qrSecret: 'q'.repeat(22),
        requestedBy: idOf('person'),
        idempotencyKey: newId(),
        requestHash: 'hash',
        bookedAt: now,
      },
      [{ id: newId(), poolId: idOf('pool'), unitId: idOf('unit'), ...period }],
      {
        id: newId(),
        outcome: 'booked',
        configVersion: Number(idOf('tenant_config', 'version')),
        rulesHash: 'r',
        inputsHash: 'i',
        facts: {},
      },
      [
        { id: newId(), topic: 'booking-confirmed', runAt: now },
        { id: newId(), topic: 'booking-reminder', runAt: later },
      ],
    )
  }),
  findBooking: asked((tx, { idOf }) => bookings.findBooking(tx, idOf('booking'), 'locked')),
  findBookingByCode: asked((tx, { idOf }) => bookings.findBookingByCode(tx, idOf('booking', 'code'))),
  listBookingsOf: asked((tx, { idOf }) => bookings.listBookingsOf(tx, idOf('person'))),
  listBookingsOn: asked((tx) => bookings.listBookingsOn(tx, '2026-10-05')),
  changeBooking: asked((tx, { idOf, now }) =>
    bookings.changeBooking(tx, idOf('booking'), 'confirmed', {
      status: 'cancelled',
      cancelledAt: now,
      cancelReason: 'asked',
    }),
  ),
  insertOutbox: asked((tx, { idOf, now, newId }) =>
    bookings.insertOutbox(tx, { id: newId(), topic: 'booking.cancelled', rowId: idOf('booking'), at: now }),
  ),
  lockPersons: asked((tx, { idOf }) => pools.lockPersons(tx, [idOf('person')])),
  lockPoolDays: asked((tx, { idOf }) =>
    pools.lockPoolDays(tx, [{ poolId: idOf('pool'), day: '2026-10-05' }]),
  ),
  insertPoolDays: asked((tx, { idOf }) =>
    pools.insertPoolDays(tx, [{ poolId: idOf('pool'), day: '2026-10-06' }]),
  ),
  listHeldPlaces: asked((tx, { idOf, now }) => pools.listHeldPlaces(tx, [idOf('pool')], now, later)),
}
