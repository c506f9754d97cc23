import { Button, ButtonLink } from '@officine/ui/button'
import { capitalized, dayText } from '@officine/ui/calendar-days'
import { Facts } from '@officine/ui/facts'
import { newKey } from '@officine/ui/new-key'
import { Notice } from '@officine/ui/notice'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc.ts'
import type { ShownBooking } from './booking-page.tsx'
import { describeChangeRefusal } from './describe-change-refusal.ts'

/** When it was and when it would be, and the one button that moves it. Refused, everything is as before. */
export function MoveSummary(props: {
  readonly booking: ShownBooking
  readonly day: string
  readonly time: string
}) {
  const { booking, day, time } = props
  const { bookingId } = booking
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { language, messages } = useLanguage()
  const { booking: bookingWords, changes: words, along } = messages
  const [idempotencyKey] = useState(newKey)
  const move = useMutation(
    trpc.bookings.move.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.bookings.pathFilter()),
      onSuccess: (decision) => {
        if (!decision.moved) return
        const without = decision.dropped.map(({ poolId }) => poolId)
        void router.navigate({ href: paths.booking(bookingId, { isMoved: true, without }), replace: true })
      },
    }),
  )
  const [from = '', to = ''] = time.split('-')
  const confirm = () => move.mutate({ bookingId, day, from, to, idempotencyKey, language })
  const refusal = move.data?.moved === false ? move.data.refusal : undefined
  const hours = [from, to].map((each) => each.replace(/^0/, '')).join('-')
  return (
    <div className="row">
      <div className="col-lg-8">
        <PageHeading title={words.moveTitle} />
        {refusal && (
          <Notice title={words.notMoved} takesFocus>
            <p>{describeChangeRefusal(refusal, messages)}</p>
            <p>{words.asBefore}</p>
          </Notice>
        )}
        {move.isError && (
          <Notice title={messages.summary.unknown} takesFocus>
            <p>{messages.summary.unknownText}</p>
          </Notice>
        )}
        <Facts
          facts={[
            {
              term: words.from,
              detail: bookingWords.when(capitalized(booking.dayLabel), booking.timeLabel),
            },
            { term: words.to, detail: bookingWords.when(capitalized(dayText(day, language)), hours) },
            ...(booking.companions.length === 0
              ? []
              : [
                  {
                    term: along.together,
                    detail: booking.companions
                      .map(({ poolName, childName }) =>
                        childName === undefined ? poolName : along.forWhom(poolName, [childName]),
                      )
                      .join(', '),
                  },
                ]),
          ]}
        />
        <p>{words.movesTogether}</p>
        <div className="om-wnav">
          <ButtonLink look="outline" href={paths.move(bookingId, { day })}>
            {words.chooseOther}
          </ButtonLink>
          {!refusal && (
            <Button
              onClick={confirm}
              workingLabel={move.isPending || move.isSuccess ? words.moving : undefined}
            >
              {words.moveYes}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
