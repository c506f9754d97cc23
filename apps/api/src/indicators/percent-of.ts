/** Of a hundred minutes of places offered, how many were booked, rounded; undefined when none was offered. */
export function percentOf({
  minutesOffered,
  minutesBooked,
}: {
  readonly minutesOffered: number
  readonly minutesBooked: number
}): number | undefined {
  return minutesOffered === 0 ? undefined : Math.round((100 * minutesBooked) / minutesOffered)
}
