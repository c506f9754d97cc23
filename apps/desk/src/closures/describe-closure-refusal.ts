import { describeChangeRefusal } from '../deeds/describe-change-refusal.ts'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type ClosureRefusal = Extract<Outputs['desk']['close'], { closed: false }>['refusal']
export type LiftRefusal = Extract<Outputs['desk']['reopen'], { reopened: false }>['refusal']

type Words = Pick<Messages, 'closures' | 'deeds' | 'refusals'>

/** Why nothing was shut, and what to do about it. No default: a new reason does not compile until it has its sentence. */
export function describeClosureRefusal(refusal: ClosureRefusal, messages: Words): string {
  const words = messages.closures.refusals
  switch (refusal.reason) {
    case 'ends-before-it-starts':
      return words.endsBefore
    case 'past':
      return words.past
    case 'too-long':
      return words.tooLong(refusal.maxDays)
    case 'overlaps':
      return words.overlaps(refusal.other.daysLabel, refusal.other.because)
    case 'already-shut':
      return words.alreadyShut
    case 'still-closed':
      return words.stillClosed(refusal.by.daysLabel, refusal.by.because)
    case 'usually-shut':
      return words.usuallyShut
    case 'changes-nothing':
      return words.changesNothing
    case 'no-time-left':
      return words.noTimeLeft
    case 'too-many':
      return words.tooMany(refusal.max)
    case 'touched-changed':
      return words.touchedChanged
    case 'answer-missing':
      return words.answerMissing(refusal.bookingIds.length)
    case 'answer-impossible':
      return words.answerImpossible
    case 'cannot-move':
      return words.cannotMove(describeChangeRefusal(refusal.refusal, messages))
    case 'different-request':
      return words.differentRequest
  }
}

/** Why a closure stays. */
export function describeLiftRefusal(refusal: LiftRefusal, words: Messages['closures']): string {
  switch (refusal.reason) {
    case 'over':
      return words.liftOver
    case 'has-bookings':
      return words.liftHasBookings(refusal.howMany)
  }
}
