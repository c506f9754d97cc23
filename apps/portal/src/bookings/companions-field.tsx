import type { AlongPlace, Companion } from '@officine/ui/along'
import { CompanionCard } from '@officine/ui/companion-card'
import { PeopleCard } from '@officine/ui/people-card'
import { useMessages } from '../language.tsx'
import type { SeatChoice } from '../paths.ts'
import { ChildQuestion } from './child-question.tsx'
import type { Pool } from './pool.ts'
import type { Slot } from './slot-words.ts'

/** What else is needed: each thing a card with the places left, what happens when it is full, and its own question. */
export function CompanionsField(props: {
  readonly pool: Pool
  readonly slot: Slot
  readonly companions: readonly Companion[]
  readonly choice: SeatChoice
  readonly onChoose: (change: SeatChoice) => void
}) {
  const { along: words, seats } = useMessages()
  const { pool, slot, companions, choice, onChoose } = props
  if (companions.length === 0 && pool.groupMax < 2) return null
  const chooseAlong = (along: readonly AlongPlace[]) => onChoose({ along })
  return (
    <fieldset className="om-adds mb-4">
      <legend>{words.legend}</legend>
      {companions.map((companion) => (
        <CompanionCard
          key={companion.poolId}
          companion={companion}
          along={choice.along ?? []}
          onChoose={chooseAlong}
          placesFree={seats.placesFree(companion.free)}
          words={words}
        >
          <ChildQuestion companion={companion} choice={choice} onChoose={chooseAlong} />
        </CompanionCard>
      ))}
      {pool.groupMax > 1 && (
        <PeopleCard
          pool={pool}
          free={slot.freeForMe}
          people={choice.people}
          onChoose={(people) => onChoose({ people })}
          words={words}
        />
      )}
    </fieldset>
  )
}
