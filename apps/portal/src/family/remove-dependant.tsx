import { Button } from '@officine/ui/button'
import { ConfirmDialog } from '@officine/ui/confirm-dialog'
import { Link } from '@officine/ui/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc.ts'
import type { Dependant } from './family-page.tsx'

/** Takes a child off the list, and forgets the notes about them. */
export function RemoveDependant(props: { readonly dependant: Dependant }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { family: words, booking, seats } = useMessages()
  const { dependantId, givenName, hasSecondParent } = props.dependant
  const [isAsking, setIsAsking] = useState(false)
  const remove = useMutation(
    trpc.dependants.remove.mutationOptions({
      onSettled: () => {
        setIsAsking(false)
        return queryClient.invalidateQueries(trpc.dependants.pathFilter())
      },
    }),
  )
  return (
    <>
      <Button look="danger" isSmall aria-label={words.removeOf(givenName)} onClick={() => setIsAsking(true)}>
        {words.remove}
      </Button>
      <output className="d-block w-100">
        {remove.data?.removed === false && (
          <>
            {words.hasBookings}{' '}
            <Link className="om-tap" href={paths.booking(remove.data.refusal.bookingId)}>
              {seats.seeBooking}
            </Link>
          </>
        )}
        {remove.isError && words.failed}
      </output>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.removeTitle(givenName)}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button
              onClick={() => remove.mutate({ dependantId })}
              workingLabel={remove.isPending ? words.removing : undefined}
            >
              {words.removeYes}
            </Button>
            <Button look="outline" onClick={() => setIsAsking(false)}>
              {booking.cancelNo}
            </Button>
          </>
        }
      >
        <p className="mb-0">{hasSecondParent ? words.removeTextBoth : words.removeText}</p>
      </ConfirmDialog>
    </>
  )
}
