import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type Refusal = Extract<Outputs['desk']['bookFor'], { booked: false }>['refusal']

/** A sentence for each refusal. No default: a new one in the domain does not compile until it has its own. */
export function describeRefusal(refusal: Refusal, words: Messages['refusals']): string {
  switch (refusal.reason) {
    case 'past':
      return words.past
    case 'no-such-time':
      return words.noSuchTime
    case 'off-grid':
      return words.offGrid(refusal.cells.join(', '))
    case 'closed-day':
      return words.closedDay[refusal.because]
    case 'not-yet-open':
      return words.notYetOpen(refusal.opensAtLabel)
    case 'booking-closed':
      return words.bookingClosed(refusal.closedAtLabel)
    case 'already-booked':
      return words.alreadyBooked(refusal.timeLabel)
    case 'cap-reached':
      return words.cap(
        amount(refusal.max, refusal.unit, words),
        words.capPer[refusal.per],
        amount(refusal.used, refusal.unit, words),
      )
    case 'not-eligible':
      return words.notEligible[refusal.why]
    case 'held-for-reserve':
      return refusal.releasedAtLabel === undefined ? words.heldForGood : words.held(refusal.releasedAtLabel)
    case 'full':
      return words.full
    case 'different-request':
      return words.differentRequest
    case 'notice-not-accepted':
      return words.notice
  }
}

/** Whether the refusal is about places, so that another time may do, rather than about the person or the request. */
export function isAboutPlaces(refusal: Refusal): boolean {
  return refusal.reason === 'full' || refusal.reason === 'held-for-reserve'
}

/** What to try next, when no nearby time was found: nothing, where no other time would change the answer. */
export function describeWayOn(refusal: Refusal, words: Messages['refused']): string | undefined {
  switch (refusal.reason) {
    case 'past':
    case 'no-such-time':
    case 'off-grid':
    case 'closed-day':
    case 'not-yet-open':
    case 'booking-closed':
    case 'held-for-reserve':
    case 'full':
      return words.noneNear
    case 'already-booked':
    case 'cap-reached':
      return words.otherTime
    case 'different-request':
      return words.again
    case 'notice-not-accepted':
      return words.notice
    case 'not-eligible':
      return undefined
  }
}

function amount(count: number, unit: 'slots' | 'minutes', words: Messages['refusals']): string {
  return unit === 'slots' ? words.capSlots(count) : words.capHours(hours(count))
}

/** `5`, `2,5`: minutes as a person says them. */
function hours(minutes: number): string {
  return String(Math.round(minutes / 6) / 10).replace('.', ',')
}
