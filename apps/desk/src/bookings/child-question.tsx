import { type AlongPlace, type Companion, withChild } from '@officine/ui/along'
import { Button } from '@officine/ui/button'
import { CheckField } from '@officine/ui/check-field'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { AddChild } from './add-child.tsx'

/** For which children the place is: those that the person has told, and a small form for one more. */
export function ChildQuestion(props: {
  readonly companion: Companion
  readonly personId: string | undefined
  readonly along: readonly AlongPlace[]
  readonly onChoose: (along: readonly AlongPlace[]) => void
}) {
  const { along: words } = useMessages()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [isAdding, setIsAdding] = useState(false)
  const { companion, personId, along, onChoose } = props
  const { children } = companion
  if (personId === undefined) return <p>{words.personFirst}</p>

  const isFormOpen = isAdding || children.length === 0
  const isFor = (dependantId: string) =>
    along.some((place) => place.poolId === companion.poolId && place.dependantId === dependantId)
  return (
    <fieldset id="per-quale-bambino" tabIndex={-1}>
      <legend>{words.whom}</legend>
      {children.map((child) => (
        <CheckField
          key={child.dependantId}
          id={`bambino-${child.dependantId}`}
          kind="checkbox"
          name="per-quale-bambino"
          label={words.child(child.givenName, child.age)}
          note={child.isOfAge ? undefined : words.notOfTheAge(companion.ageAtLeast, companion.ageBelow)}
          isChosen={isFor(child.dependantId)}
          isDisabled={!child.isOfAge && !isFor(child.dependantId)}
          onChoose={(isWanted) => onChoose(withChild(along, companion, child.dependantId, isWanted))}
        />
      ))}
      {isFormOpen ? (
        <AddChild
          personId={personId}
          onAdded={async (dependantId) => {
            setIsAdding(false)
            onChoose(withChild(along, companion, dependantId, true))
            await queryClient.invalidateQueries(trpc.desk.companions.pathFilter())
          }}
          {...(children.length > 0 ? { onCancel: () => setIsAdding(false) } : {})}
        />
      ) : (
        <Button look="link" isSmall onClick={() => setIsAdding(true)}>
          {words.addChild}
        </Button>
      )}
    </fieldset>
  )
}
