import { Button } from '@officine/ui/button'
import { CheckField } from '@officine/ui/check-field'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { ReasonForm } from '../reason-form.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import { useToday } from '../use-today.ts'
import type { AskProps, Deed } from './deed.ts'
import { describeRestoreRefusal } from './describe-restore-refusal.ts'
import { droppedLines } from './dropped-lines.ts'

export const restore: Deed = {
  label: ({ attendance }) => attendance.restore,
  look: 'outline',
  Ask: RestoreBooking,
}

/** A booking that was cancelled or closed as an absence by mistake stands again, with its place if it is free. */
function RestoreBooking({ on, onDone, onKeep }: AskProps) {
  const { language, messages } = useLanguage()
  const { attendance: words, deeds } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const today = useToday()
  const [isHere, setIsHere] = useState(false)
  const again = useMutation(
    trpc.desk.restore.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.restored) return
        onDone({ lines: [saidOf(answer.booking, words), ...droppedLines(answer.dropped, deeds)] })
      },
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
    }),
  )
  return (
    <>
      <p>{words.restoreText}</p>
      {on.day <= today && (
        <div className="mb-3">
          <CheckField
            id="e-qui"
            kind="checkbox"
            name="e-qui"
            label={on.day === today ? words.isHere : words.wasHere}
            isChosen={isHere}
            onChoose={(chosen) => {
              setIsHere(chosen)
              again.reset()
            }}
          />
        </div>
      )}
      {again.error && <FaultNotice error={again.error} />}
      <output className="d-block fw-semibold mb-2">
        {again.data?.restored === false
          ? `${describeRestoreRefusal(again.data.refusal, messages)} ${deeds.asBefore}`
          : ''}
      </output>
      <ReasonForm
        label={deeds.why}
        hint={deeds.moveWhyHint}
        action={words.restoreYes}
        workingLabel={again.isPending ? words.restoring : undefined}
        onReason={(why) => again.mutate({ bookingId: on.bookingId, arrived: isHere, why, language })}
        wayBack={
          <Button look="outline" onClick={onKeep}>
            {deeds.keep}
          </Button>
        }
      />
    </>
  )
}

function saidOf(
  { status, timeLabel, unitLabel }: Extract<Outputs['desk']['restore'], { restored: true }>['booking'],
  words: Messages['attendance'],
): string {
  if (status === 'completed') return words.attested
  return status === 'checked-in'
    ? words.restoredHere(timeLabel, unitLabel)
    : words.restored(timeLabel, unitLabel)
}
