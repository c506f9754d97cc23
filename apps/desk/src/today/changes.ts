import { bookingsOf, type Day, type DeskBooking } from './day.ts'

export type Changes = { readonly added: readonly DeskBooking[]; readonly gone: readonly DeskBooking[] }

/** Which bookings appeared and which were given back since the page last asked. Another day is no change. */
export function changesBetween(before: Day, after: Day): Changes {
  if (before.day !== after.day) return { added: [], gone: [] }
  return { added: without(after, before), gone: without(before, after) }
}

function without(day: Day, other: Day): readonly DeskBooking[] {
  const known = new Set(bookingsOf(other).map(({ bookingId }) => bookingId))
  return bookingsOf(day).filter(({ bookingId }) => !known.has(bookingId))
}
