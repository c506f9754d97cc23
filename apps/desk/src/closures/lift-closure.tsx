import { Dialog } from '@officine/ui/dialog'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import { describeLiftRefusal } from './describe-closure-refusal.ts'

export type DecidedChange = Outputs['desk']['closures']['decided'][number]

/** Lifts a closure: places are free again, and nobody comes back by themselves. Says so before it is done. */
export function LiftClosure(props: {
  readonly change: DecidedChange | undefined
  readonly onLifted: (settled: number) => void
  readonly onClose: () => void
}) {
  const { closures: words, booking } = useMessages()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { change } = props
  const lift = useMutation(
    trpc.desk.reopen.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.reopened) props.onLifted(outcome.settled)
      },
      onSettled: () => {
        void queryClient.invalidateQueries(trpc.bookings.pathFilter())
        return queryClient.invalidateQueries(trpc.desk.pathFilter())
      },
    }),
  )
  return (
    <Dialog
      isOpen={change !== undefined}
      title={change ? words.liftTitle(change.daysLabel) : ''}
      closeLabel={booking.close}
      onClose={() => {
        lift.reset()
        props.onClose()
      }}
    >
      {change && (
        <>
          <p>{words.liftText}</p>
          {lift.error && <FaultNotice error={lift.error} />}
          <output className="d-block fw-semibold mb-2">
            {lift.data?.reopened === false ? describeLiftRefusal(lift.data.refusal, words) : ''}
          </output>
          <ReasonForm
            label={words.liftWhy}
            hint={words.liftWhyHint}
            action={words.liftYes}
            workingLabel={lift.isPending ? words.working : undefined}
            onReason={(why) => lift.mutate({ closureId: change.closureId, why })}
          />
        </>
      )}
    </Dialog>
  )
}
