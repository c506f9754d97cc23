import type { ReactNode } from 'react'
import { type AlongPlace, type Companion, withChild } from './along.ts'
import { CheckField } from './check-field.tsx'

/** For which children a place that comes along is; the way to add one more follows them. */
export function ChildrenField(props: {
  readonly id: string
  readonly companion: Companion
  readonly along: readonly AlongPlace[]
  readonly onChoose: (along: readonly AlongPlace[]) => void
  readonly words: {
    readonly whom: string
    readonly child: (name: string, age: number) => string
    readonly notOfTheAge: (from: number | undefined, below: number | undefined) => string
  }
  readonly children: ReactNode
}) {
  const { id, companion, along, onChoose, words } = props
  const isFor = (dependantId: string) =>
    along.some((place) => place.poolId === companion.poolId && place.dependantId === dependantId)
  return (
    <fieldset id={id} tabIndex={-1}>
      <legend>{words.whom}</legend>
      {companion.children.map((child) => (
        <CheckField
          key={child.dependantId}
          id={`bambino-${child.dependantId}`}
          kind="checkbox"
          name={id}
          label={words.child(child.givenName, child.age)}
          note={child.isOfAge ? undefined : words.notOfTheAge(companion.ageAtLeast, companion.ageBelow)}
          isChosen={isFor(child.dependantId)}
          // Who was chosen and is not of the age here can still be taken back.
          isDisabled={!child.isOfAge && !isFor(child.dependantId)}
          onChoose={(isWanted) => onChoose(withChild(along, companion, child.dependantId, isWanted))}
        />
      ))}
      {props.children}
    </fieldset>
  )
}
