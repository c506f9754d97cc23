import { Button } from '@officine/ui/button'
import { newKey } from '@officine/ui/new-key'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { AskProps, Deed } from './deed.ts'
import { describeChangeRefusal } from './describe-change-refusal.ts'
import { droppedLines } from './dropped-lines.ts'

export const stayLonger: Deed = { label: ({ deeds }) => deeds.stay, look: 'outline', Ask: StayLonger }

/** The next time of the grid too, under the same rules: seat and what came along go on together, or not at all. */
function StayLonger({ on, onDone, onKeep }: AskProps) {
  const { language, messages } = useLanguage()
  const { deeds: words } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [idempotencyKey] = useState(newKey)
  const stay = useMutation(
    trpc.desk.stayLonger.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.extended) return
        const { timeLabel, unitLabel } = answer.booking
        onDone({ lines: [words.stayed(timeLabel, unitLabel), ...droppedLines(answer.dropped, words)] })
      },
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
    }),
  )
  return (
    <>
      <p>{words.stayText}</p>
      {stay.error && <FaultNotice error={stay.error} />}
      <output className="d-block fw-semibold mb-2">
        {stay.data?.extended === false
          ? `${describeChangeRefusal(stay.data.refusal, messages)} ${words.asBefore}`
          : ''}
      </output>
      <div className="d-flex flex-wrap gap-3">
        <Button
          onClick={() => stay.mutate({ bookingId: on.bookingId, idempotencyKey, language })}
          workingLabel={stay.isPending ? words.asking : undefined}
        >
          {words.stayYes}
        </Button>
        <Button look="outline" onClick={onKeep}>
          {words.keep}
        </Button>
      </div>
    </>
  )
}
