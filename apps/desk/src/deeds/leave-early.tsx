import { Button } from '@officine/ui/button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { AskProps, Deed } from './deed.ts'
import { describeLeaveRefusal } from './describe-change-refusal.ts'

export const leaveEarly: Deed = { label: ({ deeds }) => deeds.leave, look: 'outline', Ask: LeaveEarly }

/** Who is in goes before the end: what is left of the time is free at once for others. */
function LeaveEarly({ on, onDone, onKeep }: AskProps) {
  const { language, messages } = useLanguage()
  const { deeds: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const leave = useMutation(
    trpc.desk.leaveEarly.mutationOptions({
      onSuccess: (answer) => {
        if (answer.left) onDone({ lines: [words.left(answer.booking.timeLabel)] })
      },
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
    }),
  )
  return (
    <>
      <p>{words.leaveText}</p>
      {leave.error && <FaultNotice error={leave.error} />}
      <output className="d-block fw-semibold mb-2">
        {leave.data?.left === false ? describeLeaveRefusal(leave.data.refusal, words) : ''}
      </output>
      <div className="d-flex flex-wrap gap-3">
        <Button
          onClick={() => leave.mutate({ bookingId: on.bookingId, language })}
          workingLabel={leave.isPending ? words.asking : undefined}
        >
          {words.leaveYes}
        </Button>
        <Button look="outline" onClick={onKeep}>
          {words.keep}
        </Button>
      </div>
    </>
  )
}
