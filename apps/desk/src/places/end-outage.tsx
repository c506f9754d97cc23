import { Button } from '@officine/ui/button'
import { Dialog } from '@officine/ui/dialog'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import type { Outage, Place } from './places-page.tsx'

/** Puts a place back in order: from now on it is given out again; who was moved meanwhile stays where they are. */
export function EndOutage(props: {
  readonly asked: { readonly place: Place; readonly outage: Outage } | undefined
  readonly onEnded: (place: Place) => void
  readonly onClose: () => void
}) {
  const { places: words, booking, deeds } = useMessages()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { asked } = props
  const end = useMutation(
    trpc.desk.unitBackInOrder.mutationOptions({
      onSuccess: () => {
        if (asked) props.onEnded(asked.place)
      },
      onSettled: () => {
        void queryClient.invalidateQueries(trpc.bookings.pathFilter())
        return queryClient.invalidateQueries(trpc.desk.pathFilter())
      },
    }),
  )
  return (
    <Dialog
      isOpen={asked !== undefined}
      title={asked ? words.endTitle(asked.place.label) : ''}
      closeLabel={booking.close}
      onClose={props.onClose}
    >
      {asked && (
        <>
          <p>{words.endText}</p>
          {end.error && <FaultNotice error={end.error} />}
          <Button
            onClick={() => end.mutate({ outageId: asked.outage.outageId })}
            workingLabel={end.isPending ? deeds.asking : undefined}
          >
            {words.endYes}
          </Button>
        </>
      )}
    </Dialog>
  )
}
