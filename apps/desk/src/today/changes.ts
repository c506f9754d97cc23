import { bookingsOf, type Day, type PlacedBooking } from './day.ts'

export type Changes = { readonly added: readonly PlacedBooking[]; readonly gone: readonly PlacedBooking[] }

/** Which bookings appeared and which were given back since the page last asked. Another day is no change. */
export function changesBetween(before: Day, after: Day): Changes {
  if (before.day !== after.day) return { added: [], gone: [] }
  return { added: without(after, before), gone: without(before, after) }
}

function without(day: Day, other: Day): readonly PlacedBooking[] {
  const known = new Set(bookingsOf(other).map(({ booking }) => booking.bookingId))
  return bookingsOf(day).filter(({ booking }) => !known.has(booking.bookingId))
}
