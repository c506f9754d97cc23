/** What becomes of a seat whose child care, or other part of its bundle, was closed. */
export type SeatAfterClosure = 'asked' | 'kept' | 'left-free-of-penalty'

const hoursToAnswer = 24

/** The holder is asked to keep the seat alone or to leave without penalty; silence for a day keeps it (rule 25). */
export function seatAfterClosure(
  askedAt: Date,
  answer: 'keep' | 'leave' | undefined,
  now: Date,
): SeatAfterClosure {
  if (answer === 'leave') return 'left-free-of-penalty'
  if (answer === 'keep') return 'kept'
  return now.getTime() - askedAt.getTime() >= hoursToAnswer * 3_600_000 ? 'kept' : 'asked'
}
