import type { revision, townQuarter } from './released-schema.ts'

/** A town's released sums of one quarter. */
export type QuarterSums = Omit<typeof townQuarter.$inferSelect, 'town'>
export type RevisedSums = Omit<typeof revision.$inferSelect, 'town' | 'revisedAt' | 'cause' | 'note'>

const nothing = { bookings: 0, peoplePresent: 0, minutesOffered: 0, minutesBooked: 0 }

/** The quarters whose sums are not what they were, with both; one that is new or gone was or is nothing. */
export function revisionsOf(
  before: readonly QuarterSums[],
  now: readonly QuarterSums[],
): readonly RevisedSums[] {
  const keyOf = ({ quarter, kind }: QuarterSums) => `${quarter} ${kind}`
  const [earlier, later] = [before, now].map((rows) => new Map(rows.map((row) => [keyOf(row), row])))
  const all = new Map([...(earlier ?? []), ...(later ?? [])])
  return [...all].flatMap(([key, { quarter, kind }]): RevisedSums[] => {
    const [was, is] = [earlier?.get(key) ?? nothing, later?.get(key) ?? nothing]
    const isSame =
      was.bookings === is.bookings &&
      was.peoplePresent === is.peoplePresent &&
      was.minutesOffered === is.minutesOffered &&
      was.minutesBooked === is.minutesBooked
    if (isSame) return []
    return [
      {
        quarter,
        kind,
        bookingsBefore: was.bookings,
        bookings: is.bookings,
        peoplePresentBefore: was.peoplePresent,
        peoplePresent: is.peoplePresent,
        minutesOfferedBefore: was.minutesOffered,
        minutesOffered: is.minutesOffered,
        minutesBookedBefore: was.minutesBooked,
        minutesBooked: is.minutesBooked,
      },
    ]
  })
}
