import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type Refusal = Extract<Outputs['bookings']['book'], { booked: false }>['refusal']

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
      return describeClosedDay(refusal, words)
    case 'not-yet-open':
      return words.notYetOpen(refusal.opensAtLabel)
    case 'booking-closed':
      return words.bookingClosed(refusal.closedAtLabel)
    case 'already-booked':
      return words.alreadyBooked(refusal.timeLabel)
    case 'cap-reached': {
      const max = amount(refusal.max, refusal.unit, words)
      const used = amount(refusal.used, refusal.unit, words)
      const per = words.capPer[refusal.per]
      const name = refusal.poolName
      return name === undefined ? words.cap(max, per, used) : words.capOf(name, max, per, used)
    }
    case 'paused':
      return words.paused(refusal.untilLabel, refusal.missedLabels.join(', '))
    case 'not-eligible':
      return describeIneligible(refusal, words)
    case 'held-for-reserve':
      return refusal.releasedAtLabel === undefined ? words.heldForGood : words.held(refusal.releasedAtLabel)
    case 'full':
      return words.full
    case 'place-taken':
      return words.placeTaken
    case 'group-too-large':
      return words.groupTooLarge(refusal.max)
    case 'group-does-not-fit':
      return words.groupDoesNotFit(refusal.free)
    case 'not-contiguous':
      return words.notContiguous
    case 'component-full':
      return words.componentFull(refusal.poolName)
    case 'component-closed':
      return words.componentClosed(refusal.poolName)
    case 'component-not-offered':
      return words.componentNotOffered(refusal.poolName)
    case 'too-many-companions':
      return words.tooManyCompanions(refusal.poolName, refusal.max)
    case 'child-missing':
      return words.childMissing(refusal.poolName)
    case 'child-twice':
      return words.childTwice(refusal.poolName)
    case 'different-request':
      return words.differentRequest
    case 'notice-not-accepted':
      return words.notice
  }
}

/** With the closure's own reason, where it has one. */
function describeClosedDay(
  { because, text, hoursLabel }: Extract<Refusal, { reason: 'closed-day' }>,
  words: Messages['refusals'],
): string {
  if (!text) return words.closedDay[because]
  return hoursLabel ? words.closedDay.hours(hoursLabel, text) : words.closedDay.because(text)
}

const aboutPlaces: readonly Refusal['reason'][] = [
  'full',
  'held-for-reserve',
  'place-taken',
  'component-full',
  'group-does-not-fit',
  'not-contiguous',
]

/** Whether the refusal is about places, so that another time may do, rather than about the person or the request. */
export function isAboutPlaces(refusal: Refusal): boolean {
  return aboutPlaces.includes(refusal.reason)
}

/** Which condition failed, whose it is, and the ages asked for where the rules say them. */
function describeIneligible(
  refusal: Extract<Refusal, { reason: 'not-eligible' }>,
  words: Messages['refusals'],
): string {
  const { why, who, poolName, ageAtLeast, ageBelow } = refusal
  if (why === 'age' && (ageAtLeast !== undefined || ageBelow !== undefined)) {
    const ages = words.ages(ageAtLeast, ageBelow === undefined ? undefined : ageBelow - 1)
    return who === 'child' && poolName !== undefined ? words.childAge(poolName, ages) : words.holderAge(ages)
  }
  return who === 'child' ? words.childNotEligible(poolName) : words.notEligible[why]
}

function amount(count: number, unit: 'slots' | 'minutes', words: Messages['refusals']): string {
  return unit === 'slots' ? words.capSlots(count) : words.capHours(hours(count))
}

/** `5`, `2,5`: minutes as a person says them. */
function hours(minutes: number): string {
  return String(Math.round(minutes / 6) / 10).replace('.', ',')
}
