import type { ReactNode } from 'react'
import { type AlongPlace, asExtra, type Companion, isAlong, withCompanion } from './along.ts'
import { CheckField } from './check-field.tsx'
import { ChoiceCard } from './choice-card.tsx'

type Words = {
  readonly states: { readonly full: string; readonly closed: string }
  readonly noteRequired: string
  readonly noteExtra: string
  readonly noteFull: string
  readonly noteClosed: string
  readonly needed: string
}

/** Something that may come along: the places left, what happens when it is full, and its own question. */
export function CompanionCard(props: {
  readonly companion: Companion
  readonly along: readonly AlongPlace[]
  readonly onChoose: (along: readonly AlongPlace[]) => void
  /** In words. */
  readonly placesFree: string
  readonly words: Words
  /** The question for which children, asked only where it is for a child. */
  readonly children: ReactNode
}) {
  const { companion, along, onChoose, words } = props
  const isChosen = isAlong(along, companion)
  const isExtra = along.find(({ poolId }) => poolId === companion.poolId)?.isExtra ?? false
  return (
    <ChoiceCard
      id={`insieme-${companion.slug}`}
      title={companion.name}
      state={companion.state === 'free' ? props.placesFree : words.states[companion.state]}
      note={`${companion.description} ${noteOf(companion, words)}`.trim()}
      isChosen={isChosen}
      // What was chosen and has filled up meanwhile can still be taken back.
      isDisabled={companion.state !== 'free' && !isChosen}
      onChoose={(isWanted) => onChoose(withCompanion(along, companion, isWanted))}
    >
      {companion.needsChild ? (
        props.children
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

function noteOf({ state, isRequiredOnly }: Companion, words: Words): string {
  switch (state) {
    case 'full':
      return words.noteFull
    case 'closed':
      return words.noteClosed
    case 'free':
      return isRequiredOnly ? words.noteRequired : words.noteExtra
  }
}
