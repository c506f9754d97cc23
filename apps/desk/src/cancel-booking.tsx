import { Button } from '@officine/ui/button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FaultNotice } from './fault-notice.tsx'
import { useLanguage } from './language.tsx'
import type { Messages } from './messages/it.ts'
import { ReasonForm } from './reason-form.tsx'
import { type Outputs, useTRPC } from './trpc.ts'

export type CancelDecision = Outputs['desk']['cancel']
export type CancelledBooking = Extract<CancelDecision, { cancelled: true }>['booking']

/** Gives a place back for somebody, with the reason that stays in the log. */
export function CancelBooking(props: {
  readonly bookingId: string
  readonly onCancelled: (booking: CancelledBooking, isLate: boolean) => void
  readonly onKeep: () => void
}) {
  const { language, messages } = useLanguage()
  const { cancel: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const cancel = useMutation(
    trpc.desk.cancel.mutationOptions({
      onSuccess: (decision) => {
        if (decision.cancelled) props.onCancelled(decision.booking, decision.isLate)
      },
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
    }),
  )
  return (
    <>
      <p>{words.text}</p>
      {cancel.error && <FaultNotice error={cancel.error} />}
      <output className="d-block fw-semibold mb-2">
        {cancel.data?.cancelled === false ? describeCancelRefusal(cancel.data.refusal, words) : ''}
      </output>
      <ReasonForm
        label={words.why}
        hint={words.whyHint}
        action={words.confirm}
        look="danger"
        workingLabel={cancel.isPending ? words.working : undefined}
        onReason={(why) => cancel.mutate({ bookingId: props.bookingId, why, language })}
        wayBack={
          <Button look="outline" onClick={props.onKeep}>
            {words.keep}
          </Button>
        }
      />
    </>
  )
}

/** Why a booking could not be cancelled. */
export function describeCancelRefusal(
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
