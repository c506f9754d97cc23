import { describeRefusal } from '../bookings/describe-refusal.ts'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type RestoreRefusal = Extract<Outputs['desk']['restore'], { restored: false }>['refusal']
export type ExcuseRefusal = Extract<Outputs['desk']['excuse'], { excused: false }>['refusal']

type Words = Pick<Messages, 'attendance' | 'refusals'>

/** Why a cancelled or missed booking stays as it is. */
export function describeRestoreRefusal(refusal: RestoreRefusal, words: Words): string {
  if (!isOfTheRestore(refusal)) return describeRefusal(refusal, words.refusals)
  switch (refusal.reason) {
    case 'not-restorable':
      return words.attendance.notRestorable
    case 'never-accepted':
      return words.attendance.neverAccepted
    case 'not-today':
      return words.attendance.notToday(refusal.dayLabel)
    case 'grace-over':
      return words.attendance.graceOver(refusal.graceMinutes)
    case 'no-longer-given':
      return words.attendance.noLongerGiven
    case 'place-given-away':
      return words.attendance.placeGivenAway(refusal.insteadLabel)
  }
}

const ofTheRestore = [
  'not-restorable',
  'never-accepted',
  'not-today',
  'grace-over',
  'no-longer-given',
  'place-given-away',
] as const
type OfTheRestore = Extract<RestoreRefusal, { reason: (typeof ofTheRestore)[number] }>

function isOfTheRestore(refusal: RestoreRefusal): refusal is OfTheRestore {
  return ofTheRestore.some((reason) => reason === refusal.reason)
}

/** Why an absence still counts. */
export function describeExcuseRefusal(refusal: ExcuseRefusal, words: Messages['attendance']): string {
  switch (refusal.reason) {
    case 'not-absent':
      return words.notAbsent
    case 'excuse-too-late':
      return words.excuseTooLate(refusal.untilLabel)
  }
}
