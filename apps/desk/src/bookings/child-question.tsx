import { type AlongPlace, type Companion, withChild } from '@officine/ui/along'
import { Button } from '@officine/ui/button'
import { ChildrenField } from '@officine/ui/children-field'
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
  return (
    <ChildrenField
      id="per-quale-bambino"
      companion={companion}
      along={along}
      onChoose={onChoose}
      words={words}
    >
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
    </ChildrenField>
  )
}
