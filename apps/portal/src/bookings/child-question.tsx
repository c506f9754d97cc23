import { type AlongPlace, type Companion, withChild } from '@officine/ui/along'
import { Button, ButtonLink } from '@officine/ui/button'
import { ChildrenField } from '@officine/ui/children-field'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AddChild } from '../add-child.tsx'
import { useMessages } from '../language.tsx'
import { paths, type SeatChoice } from '../paths.ts'
import { useReader } from '../town.ts'
import { useTRPC } from '../trpc.ts'

/** For which children the place is: those already known, and a small form for one more. */
export function ChildQuestion(props: {
  readonly companion: Companion
  readonly choice: SeatChoice
  readonly onChoose: (along: readonly AlongPlace[]) => void
}) {
  const { along: words } = useMessages()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const reader = useReader()
  const [isAdding, setIsAdding] = useState(false)
  const { companion, choice, onChoose } = props
  const along = choice.along ?? []
  const { children } = companion
  const isFormOpen = isAdding || children.length === 0

  if (!reader) {
    return (
      <>
        <p>{words.signInForChild}</p>
        <ButtonLink look="outline" isSmall href={paths.signIn(paths.seats(choice))}>
          {words.signIn}
        </ButtonLink>
      </>
    )
  }
  return (
    <ChildrenField id="per-chi" companion={companion} along={along} onChoose={onChoose} words={words}>
      {isFormOpen ? (
        <AddChild
          onAdded={async (dependantId) => {
            setIsAdding(false)
            onChoose(withChild(along, companion, dependantId, true))
            await queryClient.invalidateQueries(trpc.bookings.companions.pathFilter())
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
