import { describeRestoreRefusal } from './describe-restore-refusal.ts'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type CheckInRefusal = Extract<Outputs['desk']['checkIn'], { checkedIn: false }>['refusal']

/** Why nobody was checked in, and what to do about it. */
export function describeCheckInRefusal(
  refusal: CheckInRefusal,
  messages: Pick<Messages, 'checkIn' | 'attendance' | 'refusals'>,
): { readonly title: string; readonly text: string } {
  const { checkIn: words, attendance } = messages
  switch (refusal.reason) {
    case 'unknown-code':
      return { title: words.unknownCode, text: words.unknownCodeText }
    case 'not-today':
      return { title: words.notToday(refusal.dayLabel), text: words.notTodayText }
    case 'already-checked-in':
      return { title: words.already(refusal.at), text: words.alreadyText }
    case 'came-late':
      return {
        title: attendance.cameLate(refusal.personName, refusal.unitLabel),
        text: describeRestoreRefusal(refusal.because, messages),
      }
    case 'not-active':
      return { title: words.notActive[refusal.status], text: words.notActiveText }
  }
}
