import { Button } from '@officine/ui/button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { useTRPC } from '../trpc.ts'
import type { AskProps, Deed } from './deed.ts'

export const undoCheckIn: Deed = {
  label: ({ booking }) => booking.undo,
  look: 'outline',
  Ask: UndoCheckIn,
}

/** Takes a mistaken check-in back; the place stays booked, and the reason stays in the log. */
function UndoCheckIn({ on, onDone, onKeep }: AskProps) {
  const { undo: words, checkIn } = useMessages()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const undo = useMutation(
    trpc.desk.undoCheckIn.mutationOptions({
      onSuccess: (decision) => {
        if (decision.undone) onDone({ lines: [checkIn.undone] })
      },
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
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
        onReason={(why) => undo.mutate({ bookingId: on.bookingId, why })}
        wayBack={
          <Button look="outline" onClick={onKeep}>
            {words.keep}
          </Button>
        }
      />
    </>
  )
}
