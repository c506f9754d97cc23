import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'
import { describeRefusal } from './describe-refusal.ts'

/** Of a move and of a longer stay, which are refused for the same reasons. */
export type ChangeRefusal = Extract<Outputs['bookings']['move'], { moved: false }>['refusal']
export type LeaveRefusal = Extract<Outputs['bookings']['leaveEarly'], { left: false }>['refusal']
export type ExcuseRefusal = Extract<Outputs['bookings']['excuse'], { excused: false }>['refusal']
export type DateRefusal = Extract<
  Outputs['bookings']['repeat']['dates'][number]['answer'],
  { booked: false }
>['refusal']

type Words = Pick<Messages, 'changes' | 'refusals'>

/** Why a booking stays as it was, or ends when it did. */
export function describeChangeRefusal(refusal: ChangeRefusal, words: Words): string {
  if (!isOfTheChange(refusal)) return describeRefusal(refusal, words.refusals)
  switch (refusal.reason) {
    case 'already-started':
      return words.changes.alreadyStarted
    case 'not-active':
      return words.changes.notActive
    case 'no-later-cell':
      return words.changes.noLaterTime
  }
}

type OfTheChange = Extract<ChangeRefusal, { reason: 'already-started' | 'not-active' | 'no-later-cell' }>

function isOfTheChange(refusal: ChangeRefusal): refusal is OfTheChange {
  return ['already-started', 'not-active', 'no-later-cell'].includes(refusal.reason)
}

/** Why the places cannot be given back before the end. */
export function describeLeaveRefusal(refusal: LeaveRefusal, words: Messages['changes']): string {
  switch (refusal.reason) {
    case 'not-checked-in':
      return words.notCheckedIn
    case 'not-begun':
      return words.notBegun
    case 'already-over':
      return words.alreadyOver
  }
}

/** Why an absence still counts. */
export function describeExcuseRefusal(refusal: ExcuseRefusal, words: Messages['absence']): string {
  switch (refusal.reason) {
    case 'not-absent':
      return words.notAbsent
    case 'excuse-too-late':
      return words.tooLate(refusal.untilLabel)
  }
}

/** Why a date of a repetition was not booked. */
export function describeDateRefusal(refusal: DateRefusal, words: Words): string {
  if (refusal.reason === 'others-refused') return words.changes.othersRefused
  return describeRefusal(refusal, words.refusals)
}
