import { Button } from '@officine/ui/button'
import { useMutation } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { useTRPC } from '../trpc.ts'
import { describeResetRefusal } from './describe-staff-refusal.ts'
import type { Member } from './member.ts'

/** Forgets the phone that a colleague has lost. */
export function ResetFactor(props: {
  readonly member: Member
  readonly onDone: () => void
  readonly onKeep: () => void
}) {
  const { staff: words } = useMessages()
  const { member, onDone } = props
  const trpc = useTRPC()
  const reset = useMutation(
    trpc.staff.resetFactor.mutationOptions({
      onSuccess: (answer) => {
        if (answer.reset) onDone()
      },
    }),
  )
  return (
    <>
      <p>{words.resetText}</p>
      {reset.error && <FaultNotice error={reset.error} />}
      <output className="d-block fw-semibold mb-2">
        {reset.data?.reset === false ? describeResetRefusal(reset.data.refusal, words) : ''}
      </output>
      <ReasonForm
        label={words.why}
        hint={words.whyHint}
        action={words.resetFactor}
        look="danger"
        workingLabel={reset.isPending ? words.saving : undefined}
        onReason={(why) => reset.mutate({ personId: member.personId, why })}
        wayBack={
          <Button look="outline" onClick={props.onKeep}>
            {words.keep}
          </Button>
        }
      />
    </>
  )
}
