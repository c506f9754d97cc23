import { Button } from '@officine/ui/button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { ReasonForm } from '../reason-form.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import type { AskProps, Deed } from './deed.ts'

export const cancel: Deed = {
  label: ({ booking }) => booking.cancel,
  look: 'danger',
  Ask: CancelBooking,
}

type CancelDecision = Outputs['desk']['cancel']

/** Gives a place back for somebody, with the reason that stays in the log. */
function CancelBooking({ on, onDone, onKeep }: AskProps) {
  const { language, messages } = useLanguage()
  const { cancel: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const giveBack = useMutation(
    trpc.desk.cancel.mutationOptions({
      onSuccess: (decision) => {
        if (decision.cancelled) onDone({ lines: [decision.isLate ? words.doneLate : words.done] })
      },
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
    }),
  )
  return (
    <>
      <p>{words.text}</p>
      {giveBack.error && <FaultNotice error={giveBack.error} />}
      <output className="d-block fw-semibold mb-2">
        {giveBack.data?.cancelled === false ? describeCancelRefusal(giveBack.data.refusal, words) : ''}
      </output>
      <ReasonForm
        label={words.why}
        hint={words.whyHint}
        action={words.confirm}
        look="danger"
        workingLabel={giveBack.isPending ? words.working : undefined}
        onReason={(why) => giveBack.mutate({ bookingId: on.bookingId, why, language })}
        wayBack={
          <Button look="outline" onClick={onKeep}>
            {words.keep}
          </Button>
        }
      />
    </>
  )
}

/** Why a booking could not be cancelled. */
function describeCancelRefusal(
  refusal: Extract<CancelDecision, { cancelled: false }>['refusal'],
  words: Messages['cancel'],
): string {
  switch (refusal.reason) {
    case 'already-started':
      return words.alreadyStarted
    case 'not-active':
      return words.notActive
  }
}
