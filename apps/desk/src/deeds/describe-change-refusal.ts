import { describeRefusal } from '../bookings/describe-refusal.ts'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

/** Of a move and of a longer stay, which are refused for the same reasons. */
export type ChangeRefusal = Extract<Outputs['desk']['move'], { moved: false }>['refusal']
export type LeaveRefusal = Extract<Outputs['desk']['leaveEarly'], { left: false }>['refusal']
export type DateRefusal = Extract<
  Outputs['desk']['repeat']['dates'][number]['answer'],
  { booked: false }
>['refusal']

type Words = Pick<Messages, 'deeds' | 'refusals'>

/** Why a booking stays as it was. */
export function describeChangeRefusal(refusal: ChangeRefusal, words: Words): string {
  if (!isOfTheChange(refusal)) return describeRefusal(refusal, words.refusals)
  switch (refusal.reason) {
    case 'already-started':
      return words.deeds.alreadyStarted
    case 'not-active':
      return words.deeds.notActive
    case 'no-later-cell':
      return words.deeds.noLaterTime
  }
}

type OfTheChange = Extract<ChangeRefusal, { reason: 'already-started' | 'not-active' | 'no-later-cell' }>

function isOfTheChange(refusal: ChangeRefusal): refusal is OfTheChange {
  return ['already-started', 'not-active', 'no-later-cell'].includes(refusal.reason)
}

/** Why the places cannot be given back before the end. */
export function describeLeaveRefusal(refusal: LeaveRefusal, words: Messages['deeds']): string {
  switch (refusal.reason) {
    case 'not-checked-in':
      return words.notCheckedIn
    case 'not-begun':
      return words.notBegun
    case 'already-over':
      return words.alreadyOver
  }
}

/** Why a date of a repetition was not booked. */
export function describeDateRefusal(refusal: DateRefusal, words: Words): string {
  if (refusal.reason === 'others-refused') return words.deeds.othersRefused
  return describeRefusal(refusal, words.refusals)
}
