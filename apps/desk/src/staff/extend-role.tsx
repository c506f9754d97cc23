import { useMutation } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { describeRoleRefusal } from './describe-staff-refusal.ts'
import { LastDayForm } from './last-day-form.tsx'
import type { HeldRole, StaffList } from './member.ts'

/** Moves the last day of somebody's role. */
export function ExtendRole(props: {
  readonly role: HeldRole
  readonly list: StaffList
  readonly onDone: () => void
}) {
  const { language, messages } = useLanguage()
  const { staff: words } = messages
  const { role, list, onDone } = props
  const trpc = useTRPC()
  const extend = useMutation(
    trpc.staff.extend.mutationOptions({
      onSuccess: (answer) => {
        if (answer.extended) onDone()
      },
    }),
  )
  const refusal = extend.data?.extended === false ? extend.data.refusal : undefined
  return (
    <>
      {extend.error && <FaultNotice error={extend.error} />}
      <LastDayForm
        day={role.lastDay}
        list={list}
        action={words.save}
        workingLabel={extend.isPending ? words.saving : undefined}
        refusal={refusal && describeRoleRefusal(refusal, words)}
        onDay={(until) => extend.mutate({ staffRoleId: role.staffRoleId, until, language })}
      />
    </>
  )
}
