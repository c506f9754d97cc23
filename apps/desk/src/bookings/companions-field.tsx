import type { Companion } from '@officine/ui/along'
import { ChoiceCard } from '@officine/ui/choice-card'
import { CompanionCard } from '@officine/ui/companion-card'
import { PeopleCard } from '@officine/ui/people-card'
import { useMessages } from '../language.tsx'
import type { Together } from './along.ts'
import { ChildQuestion } from './child-question.tsx'
import type { Picked } from './use-picked.ts'

/** What else is needed: each thing a card with the places left, what happens when it is full, and its own question. */
export function CompanionsField(props: {
  readonly picked: Picked
  readonly personId: string | undefined
  readonly companions: readonly Companion[]
  readonly together: Together
  readonly onChange: (together: Together) => void
}) {
  const { along: words, slots } = useMessages()
  const { picked, personId, companions, together, onChange } = props
  const { along } = together
  const { pool, slot, unit } = picked
  if (!slot || (companions.length === 0 && pool.groupMax < 2 && !unit)) return null
  const chooseAlong = (chosen: Together['along']) => onChange({ ...together, along: chosen })
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
        <CompanionCard
          key={companion.poolId}
          companion={companion}
          along={along}
          onChoose={chooseAlong}
          placesFree={slots.placesFree(companion.free)}
          words={words}
        >
          <ChildQuestion companion={companion} personId={personId} along={along} onChoose={chooseAlong} />
        </CompanionCard>
      ))}
      {pool.groupMax > 1 && (
        <PeopleCard
          pool={pool}
          free={slot.free}
          people={together.people}
          onChoose={(people) => onChange({ ...together, people })}
          words={words}
        />
      )}
    </fieldset>
  )
}
