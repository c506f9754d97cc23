import { alongInput } from '@officine/ui/along'
import { Button, ButtonLink } from '@officine/ui/button'
import { newKey } from '@officine/ui/new-key'
import { Notice } from '@officine/ui/notice'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FaultMessage } from '../fault-page.tsx'
import { useLanguage } from '../language.tsx'
import { paths } from '../paths.ts'
import { failureOf, useTRPC } from '../trpc.ts'
import { BookingRefused } from './booking-refused.tsx'
import type { Pool } from './pool.ts'
import type { CompleteChoice } from './summary-page.tsx'

/** The one button that books. Its key is made once per view: pressing twice, or again after a lost answer, books once. */
export function ConfirmBooking(props: {
  readonly choice: CompleteChoice
  readonly pool: Pool
  /** What is being confirmed: above the button, and below the answer once there is one. */
  readonly children: ReactNode
}) {
  const { choice, pool } = props
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { language, messages } = useLanguage()
  const words = messages.summary
  const here = useRouterState({ select: (state) => state.location.href })
  const [idempotencyKey] = useState(newKey)
  const book = useMutation(
    trpc.bookings.book.mutationOptions({
      // Also after a refusal: `full` means that the count on screen was stale.
      onSettled: () => queryClient.invalidateQueries(trpc.bookings.pathFilter()),
      onSuccess: (decision) => {
        if (decision.booked) {
          const without = decision.dropped.map(({ poolId }) => poolId)
          const news = { isNew: true, without }
          void router.navigate({ href: paths.booking(decision.booking.bookingId, news), replace: true })
        }
      },
    }),
  )
  const [from = '', to = ''] = choice.time.split('-')
  const confirm = () =>
    book.mutate({
      poolId: pool.poolId,
      day: choice.day,
      from,
      to,
      ...(choice.unit === undefined ? {} : { unitId: choice.unit }),
      ...(choice.people === undefined ? {} : { units: choice.people }),
      ...alongInput(choice.along ?? []),
      idempotencyKey,
      language,
    })

  if (book.data?.booked === false) {
    return (
      <>
        <BookingRefused
          refusal={book.data.refusal}
          alternatives={book.data.alternatives}
          choice={{ ...choice, pool: pool.poolId }}
          here={here}
        />
        {props.children}
      </>
    )
  }
  if (book.error) {
    const failure = failureOf(book.error)
    if (failure.kind !== 'unreachable') return <FaultMessage failure={failure} onRetry={confirm} />
    return (
      <>
        <Notice title={words.unknown} takesFocus>
          <p>{words.unknownText}</p>
          <p>
            <Button onClick={confirm} workingLabel={book.isPending ? words.confirming : undefined}>
              {words.retry}
            </Button>
          </p>
        </Notice>
        {props.children}
      </>
    )
  }
  return (
    <>
      {props.children}
      <div className="om-wnav">
        <ButtonLink look="outline" href={paths.seats(choice)}>
          {words.back}
        </ButtonLink>
        <Button
          onClick={confirm}
          workingLabel={book.isPending || book.isSuccess ? words.confirming : undefined}
        >
          {words.confirm}
        </Button>
      </div>
    </>
  )
}
