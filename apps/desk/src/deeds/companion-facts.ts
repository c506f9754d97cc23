import type { Fact } from '@officine/ui/facts'
import type { Messages } from '../messages/it.ts'
import type { DeedOn } from './deed.ts'

type Together = Pick<DeedOn, 'people' | 'companions'>

/** Who comes together and what comes along, in words: `4 persone`, `Spazio bimbi 2 per Sara`. */
export function togetherWords(
  { people, companions }: Together,
  words: Messages['booking'],
): readonly string[] {
  return [
    ...(people > 1 ? [words.people(people)] : []),
    ...companions.map(({ unitLabel, childName }) =>
      childName === undefined ? unitLabel : words.placeFor(unitLabel, childName),
    ),
  ]
}

/** A fact more, for a booking that is not just one person on one seat. */
export function companionFacts(booking: Together, words: Messages['booking']): readonly Fact[] {
  const together = togetherWords(booking, words)
  return together.length === 0 ? [] : [{ term: words.along, detail: together.join('; ') }]
}
