import { asExtra, type Companion, isAlong, withCompanion } from '@officine/ui/along'
import { CheckField } from '@officine/ui/check-field'
import { ChoiceCard } from '@officine/ui/choice-card'
import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import type { Together } from './along.ts'
import { ChildQuestion } from './child-question.tsx'
import { PeopleCard } from './people-card.tsx'
import type { Picked } from './use-picked.ts'

type Props = {
  readonly picked: Picked
  readonly personId: string | undefined
  readonly companions: readonly Companion[]
  readonly together: Together
  readonly onChange: (together: Together) => void
}

/** What else is needed: each thing a card with the places left, what happens when it is full, and its own question. */
export function CompanionsField(props: Props) {
  const { along: words } = useMessages()
  const { picked, companions, together, onChange } = props
  const { pool, slot, unit } = picked
  if (!slot || (companions.length === 0 && pool.groupMax < 2 && !unit)) return null
  return (
    <fieldset className="om-adds mb-4">
      <legend className="om-group-title">{words.legend}</legend>
      {unit && (
        <ChoiceCard
          id="proprio-questo"
          title={words.needsUnit(unit.label)}
          note={words.needsUnitNote}
          isChosen={together.needsUnit}
          onChoose={(needsUnit) => onChange({ ...together, needsUnit })}
        />
      )}
      {companions.map((companion) => (
        <CompanionCard key={companion.poolId} {...props} companion={companion} />
      ))}
      {pool.groupMax > 1 && (
        <PeopleCard
          pool={pool}
          free={slot.free}
          people={together.people}
          onChoose={(people) => onChange({ ...together, people })}
        />
      )}
    </fieldset>
  )
}

function CompanionCard({
  companion,
  personId,
  together,
  onChange,
}: Props & { readonly companion: Companion }) {
  const { along: words, slots } = useMessages()
  const { along } = together
  const isChosen = isAlong(along, companion)
  const isExtra = along.find(({ poolId }) => poolId === companion.poolId)?.isExtra ?? false
  const choose = (chosen: Together['along']) => onChange({ ...together, along: chosen })
  return (
    <ChoiceCard
      id={`insieme-${companion.slug}`}
      title={companion.name}
      state={companion.state === 'free' ? slots.placesFree(companion.free) : words.states[companion.state]}
      note={`${companion.description} ${noteOf(companion, words)}`.trim()}
      isChosen={isChosen}
      // What was chosen and has filled up meanwhile can still be taken back.
      isDisabled={companion.state !== 'free' && !isChosen}
      onChoose={(isWanted) => choose(withCompanion(along, companion, isWanted))}
    >
      {companion.needsChild ? (
        <ChildQuestion companion={companion} personId={personId} along={along} onChoose={choose} />
      ) : companion.isRequiredOnly ? null : (
        <CheckField
          id={`senza-${companion.slug}`}
          kind="checkbox"
          name={`senza-${companion.slug}`}
          label={words.needed}
          isChosen={!isExtra}
          onChoose={(isNeeded) => choose(asExtra(along, companion, !isNeeded))}
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
