import { Button } from '@officine/ui/button'
import { Tag } from '@officine/ui/tag'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useLanguage } from '../../language.tsx'
import type { Messages } from '../../messages/it.ts'
import { paths } from '../../paths.ts'
import { type Outputs, useTRPC } from '../../trpc.ts'

type Offered = Outputs['bookings']['mine']['offers'][number]
type Answer = Outputs['bookings']['acceptOffer']

/** A place that is held for an answer: until when on the clock, how long that is, and two buttons. No link alone answers. */
export function OfferPanel(props: { readonly booking: Pick<Offered, 'bookingId' | 'unitLabel' | 'offer'> }) {
  const { bookingId, unitLabel, offer } = props.booking
  const { language, messages } = useLanguage()
  const words = messages.waiting
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const again = {
    onSettled: () => queryClient.invalidateQueries(trpc.bookings.pathFilter()),
    // The answer is told where the booking is: among the others it would only vanish from the top.
    onSuccess: ({ answered }: Answer) => {
      if (answered) void router.navigate({ href: paths.booking(bookingId) })
    },
  }
  const accept = useMutation(trpc.bookings.acceptOffer.mutationOptions(again))
  const decline = useMutation(trpc.bookings.declineOffer.mutationOptions(again))
  const answer = accept.data ?? decline.data
  const isWorking = accept.isPending || decline.isPending
  if (!offer) return null
  return (
    <>
      <p className="mb-2">
        <Tag tone="warn">{words.answerBy(offer.expiresAtLabel, offer.isToday)}</Tag>
      </p>
      <p>{words.held(unitLabel, offer.minutesLeft)}</p>
      <div className="d-flex flex-wrap gap-3 mb-3">
        <Button
          onClick={() => accept.mutate({ bookingId, language })}
          workingLabel={isWorking ? words.working : undefined}
        >
          {words.take}
        </Button>
        <Button
          look="outline"
          onClick={() => decline.mutate({ bookingId, language })}
          workingLabel={isWorking ? words.working : undefined}
        >
          {words.no}
        </Button>
      </div>
      <output className="d-block fw-semibold">
        {accept.error || decline.error ? words.failed : describe(answer, words)}
      </output>
      <p className="small text-secondary mb-0">{words.declineNote}</p>
    </>
  )
}

function describe(answer: Answer | undefined, words: Messages['waiting']): string {
  if (answer === undefined || answer.answered) return ''
  switch (answer.refusal.reason) {
    case 'offer-expired':
      return words.expired
    case 'offer-over':
      return words.over
  }
}
