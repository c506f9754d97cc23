import { type AlongPlace, asExtra, type Companion, isAlong, withCompanion } from '@officine/ui/along'
import { CheckField } from '@officine/ui/check-field'
import { ChoiceCard } from '@officine/ui/choice-card'
import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import type { SeatChoice } from '../paths.ts'
import { ChildQuestion } from './child-question.tsx'
import { PeopleCard } from './people-card.tsx'
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
  const { along: words } = useMessages()
  const { pool, slot, companions, choice, onChoose } = props
  if (companions.length === 0 && pool.groupMax < 2) return null
  return (
    <fieldset className="om-adds mb-4">
      <legend>{words.legend}</legend>
      {companions.map((companion) => (
        <CompanionCard
          key={companion.poolId}
          companion={companion}
          choice={choice}
          onChoose={(along) => onChoose({ along })}
        />
      ))}
      {pool.groupMax > 1 && (
        <PeopleCard
          pool={pool}
          free={slot.freeForMe}
          people={choice.people}
          onChoose={(people) => onChoose({ people })}
        />
      )}
    </fieldset>
  )
}

function CompanionCard(props: {
  readonly companion: Companion
  readonly choice: SeatChoice
  readonly onChoose: (along: readonly AlongPlace[]) => void
}) {
  const { along: words, seats } = useMessages()
  const { companion, choice, onChoose } = props
  const along = choice.along ?? []
  const isChosen = isAlong(along, companion)
  const isExtra = along.find(({ poolId }) => poolId === companion.poolId)?.isExtra ?? false
  return (
    <ChoiceCard
      id={`insieme-${companion.slug}`}
      title={companion.name}
      state={companion.state === 'free' ? seats.placesFree(companion.free) : words.states[companion.state]}
      note={`${companion.description} ${noteOf(companion, words)}`.trim()}
      isChosen={isChosen}
      // What was chosen and has filled up meanwhile can still be taken back.
      isDisabled={companion.state !== 'free' && !isChosen}
      onChoose={(isWanted) => onChoose(withCompanion(along, companion, isWanted))}
    >
      {companion.needsChild ? (
        <ChildQuestion companion={companion} choice={choice} onChoose={onChoose} />
      ) : companion.isRequiredOnly ? null : (
        <CheckField
          id={`senza-${companion.slug}`}
          kind="checkbox"
          name={`senza-${companion.slug}`}
          label={words.needed}
          isChosen={!isExtra}
          onChoose={(isNeeded) => onChoose(asExtra(along, companion, !isNeeded))}
        />
      )}
    </ChoiceCard>
  )
}

function noteOf(companion: Companion, words: Messages['along']): string {
  switch (companion.state) {
    case 'full':
      return words.noteFull
    case 'closed':
      return words.noteClosed
    case 'free':
      return companion.isRequiredOnly ? words.noteRequired : words.noteExtra
  }
}
