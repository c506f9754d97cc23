import type { BookingHere, DeskBooking } from '../day.ts'

/** Marta, expected this morning, with what a test changes of it. */
export function aBooking(change: Partial<DeskBooking> = {}): DeskBooking {
  return {
    bookingId: 'b-1',
    code: 'K7QM-3XWP',
    personId: 'p-1',
    personName: 'Marta Colantoni',
    poolId: 'pool-1',
    poolName: 'Postazioni',
    unitLabel: 'Postazione 1',
    from: '09:00',
    to: '14:00',
    status: 'confirmed',
    isLate: false,
    channel: 'web',
    people: 1,
    companions: [],
    deeds: [],
    ...change,
  }
}

/** The same on the line of a place, for all its time unless said. */
export function aBookingHere(
  change: Partial<DeskBooking> = {},
  here: Partial<BookingHere['here']> = {},
): BookingHere {
  const booking = aBooking(change)
  return {
    ...booking,
    here: { from: booking.from, to: booking.to, isBeside: false, ...here },
  }
}
