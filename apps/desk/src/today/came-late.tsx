import { Button } from '@officine/ui/button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useChosenPerson } from '../chosen-person.tsx'
import type { CheckInRefusal } from '../deeds/describe-check-in-refusal.ts'
import { droppedLines } from '../deeds/dropped-lines.ts'
import { useGo } from '../go.ts'
import { useLanguage } from '../language.tsx'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc.ts'
import type { Answer } from './use-check-in.ts'

export type CameLateRefusal = Extract<CheckInRefusal, { reason: 'came-late' }>

/** Who came after the grace and whose place is somebody else's now: another one with a press, or a new booking. */
export function CameLateActions(props: {
  readonly refusal: CameLateRefusal
  readonly onAnswer: (answer: Answer) => void
}) {
  const { language, messages } = useLanguage()
  const { attendance: words, checkIn } = messages
  const { bookingId, personId, personName, because } = props.refusal
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { choose } = useChosenPerson()
  const go = useGo()
  const take = useMutation(
    trpc.desk.restore.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.restored)
          return props.onAnswer({ kind: 'refused', refusal: { ...props.refusal, because: answer.refusal } })
        const { timeLabel, unitLabel } = answer.booking
        const lines = [
          words.restoredHere(timeLabel, unitLabel),
          ...droppedLines(answer.dropped, messages.deeds),
        ]
        props.onAnswer({ kind: 'done', name: personName, lines })
      },
      onError: (error) => props.onAnswer({ kind: 'failed', error }),
      onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()),
    }),
  )
  return because.reason === 'place-given-away' ? (
    <Button
      isSmall
      workingLabel={take.isPending ? words.restoring : undefined}
      onClick={() => take.mutate({ bookingId, arrived: true, why: words.otherPlaceWhy, language })}
    >
      {words.takeOther(because.insteadLabel)}
    </Button>
  ) : (
    <Button
      look="outline"
      isSmall
      onClick={() => {
        choose({ personId, name: personName })
        go(paths.newBooking())
      }}
    >
      {checkIn.walkIn}
    </Button>
  )
}
