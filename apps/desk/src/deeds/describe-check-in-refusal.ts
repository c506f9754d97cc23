import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type CheckInRefusal = Extract<Outputs['desk']['checkIn'], { checkedIn: false }>['refusal']

/** Why nobody was checked in, and what to do about it. */
export function describeCheckInRefusal(
  refusal: CheckInRefusal,
  words: Messages['checkIn'],
): { readonly title: string; readonly text: string } {
  switch (refusal.reason) {
    case 'unknown-code':
      return { title: words.unknownCode, text: words.unknownCodeText }
    case 'not-today':
      return { title: words.notToday(refusal.dayLabel), text: words.notTodayText }
    case 'already-checked-in':
      return { title: words.already(refusal.at), text: words.alreadyText }
    case 'not-active':
      return { title: words.notActive[refusal.status], text: words.notActiveText }
  }
}
