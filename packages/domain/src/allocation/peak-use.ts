/** A half-open time `[startsAt, endsAt)`: back to back is no overlap (rule 1). */
export interface TimeRange {
  readonly startsAt: Date
  readonly endsAt: Date
}

/**
 * The most of the bookings that run at one instant of the range. Counting those that overlap it would refuse what fits:
 * two in a row are two overlaps and a peak of one.
 */
export function peakUse(bookings: readonly TimeRange[], range: TimeRange): number {
  const inside = bookings.filter(({ startsAt, endsAt }) => startsAt < range.endsAt && range.startsAt < endsAt)
  const instants = [range.startsAt, ...inside.map(({ startsAt }) => startsAt)].filter(
    (instant) => instant >= range.startsAt,
  )
  const usedAt = (instant: Date) =>
    inside.filter(({ startsAt, endsAt }) => startsAt <= instant && instant < endsAt).length
  return Math.max(...instants.map(usedAt))
}

/** Whether two bookings of a room are closer than the time to set up and tidy it (rule 30). The buffer may reach past closing time. */
export function conflictsWithin(left: TimeRange, right: TimeRange, bufferMinutes: number): boolean {
  const buffer = bufferMinutes * 60_000
  return (
    left.startsAt.getTime() < right.endsAt.getTime() + buffer &&
    right.startsAt.getTime() < left.endsAt.getTime() + buffer
  )
}
