import { Button } from '@officine/ui/button'
import { useMutation } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { ReasonForm } from '../reason-form.tsx'
import { useTRPC } from '../trpc.ts'
import { describeRoleRefusal } from './describe-staff-refusal.ts'
import type { HeldRole } from './member.ts'

/** Takes a role back, with the reason that stays in the register. */
export function RevokeRole(props: {
  readonly role: HeldRole
  readonly onDone: () => void
  readonly onKeep: () => void
}) {
  const { staff: words } = useMessages()
  const { role, onDone } = props
  const trpc = useTRPC()
  const revoke = useMutation(
    trpc.staff.revoke.mutationOptions({
      onSuccess: (answer) => {
        if (answer.revoked) onDone()
      },
    }),
  )
  return (
    <>
      <p>{words.revokeText}</p>
      {revoke.error && <FaultNotice error={revoke.error} />}
      <output className="d-block fw-semibold mb-2">
        {revoke.data?.revoked === false ? describeRoleRefusal(revoke.data.refusal, words) : ''}
      </output>
      <ReasonForm
        label={words.why}
        hint={words.whyHint}
        action={words.revoke}
        look="danger"
        workingLabel={revoke.isPending ? words.saving : undefined}
        onReason={(why) => revoke.mutate({ staffRoleId: role.staffRoleId, why })}
        wayBack={
          <Button look="outline" onClick={props.onKeep}>
            {words.keep}
          </Button>
        }
      />
    </>
  )
}
