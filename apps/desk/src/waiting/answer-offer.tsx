import { Button } from '@officine/ui/button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { type Outputs, useTRPC } from '../trpc.ts'

type Answer = Outputs['desk']['acceptOffer']

/** What somebody said over the telephone; the log keeps who wrote it down. */
export function AnswerOffer(props: { readonly bookingId: string; readonly name: string }) {
  const { bookingId, name } = props
  const { language, messages } = useLanguage()
  const words = messages.waiting
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const again = { onSettled: () => queryClient.invalidateQueries(trpc.desk.pathFilter()) }
  const accept = useMutation(trpc.desk.acceptOffer.mutationOptions(again))
  const decline = useMutation(trpc.desk.declineOffer.mutationOptions(again))
  const working = accept.isPending || decline.isPending ? words.working : undefined
  return (
    <span>
      <span className="d-flex flex-wrap gap-2">
        <Button isSmall onClick={() => accept.mutate({ bookingId, language })} workingLabel={working}>
          {words.accepts}
          <span className="visually-hidden">: {name}</span>
        </Button>
        <Button
          look="outline"
          isSmall
          onClick={() => decline.mutate({ bookingId, language })}
          workingLabel={working}
        >
          {words.declines}
          <span className="visually-hidden">: {name}</span>
        </Button>
      </span>
      <output className="d-block fw-semibold">
        {accept.error || decline.error ? words.failed : describe(accept.data ?? decline.data, words)}
      </output>
    </span>
  )
}

function describe(answer: Answer | undefined, words: Messages['waiting']): string {
  if (answer === undefined || answer.answered) return ''
  switch (answer.refusal.reason) {
    case 'offer-expired':
      return words.offerExpired
    case 'offer-over':
      return words.offerOver
  }
}
