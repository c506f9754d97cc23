import { Button } from '@officine/ui/button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { useTRPC } from '../trpc.ts'

/** Takes a mistaken check-in back; the place stays booked, and the reason stays in the log. */
export function UndoCheckIn(props: {
  readonly bookingId: string
  readonly onUndone: () => void
  readonly onKeep: () => void
}) {
  const { undo: words } = useMessages()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const undo = useMutation(
    trpc.desk.undoCheckIn.mutationOptions({
      onSuccess: (decision) => {
        if (decision.undone) props.onUndone()
      },
      onSettled: () => queryClient.invalidateQueries(trpc.desk.today.pathFilter()),
    }),
  )
  return (
    <>
      <p>{words.text}</p>
      {undo.error && <FaultNotice error={undo.error} />}
      <output className="d-block fw-semibold mb-2">
        {undo.data?.undone === false ? words.notCheckedIn : ''}
      </output>
      <ReasonForm
        label={words.why}
        hint={words.whyHint}
        action={words.confirm}
        workingLabel={undo.isPending ? words.working : undefined}
        onReason={(why) => undo.mutate({ bookingId: props.bookingId, why })}
        wayBack={
          <Button look="outline" onClick={props.onKeep}>
            {words.keep}
          </Button>
        }
      />
    </>
  )
}
