import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

type EraseRefusal = Extract<Outputs['privacy']['erase'], { erased: false }>['refusal']

/** Why the data is still there, and what to do first. */
export function describeEraseRefusal(refusal: EraseRefusal, words: Messages['myData']): string {
  switch (refusal.reason) {
    case 'not-confirmed':
      return words.notConfirmed(refusal.phrase)
    case 'holds-a-role':
      return words.holdsARole
    case 'is-inside':
      return words.isInside
  }
}
