import { Button, ButtonLink } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { ConfirmDialog } from '@officine/ui/confirm-dialog'
import { Icon } from '@officine/ui/icon'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { paths } from '../paths.ts'
import { placeLines } from '../footer.ts'
import { useTown } from '../town.ts'
import { type Outputs, useTRPC } from '../trpc.ts'
import type { ShownBooking } from './booking-page.tsx'
import { calendarFile } from './calendar-file.ts'

type CancelDecision = Outputs['bookings']['cancel']

/** Keep it in the calendar, or give it back. Giving it back asks once. */
export function BookingActions(props: { readonly booking: ShownBooking }) {
  const { booking } = props
  const { language, messages } = useLanguage()
  const words = messages.booking
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const cancel = useMutation(
    trpc.bookings.cancel.mutationOptions({
      onSettled: () => {
        setIsAsking(false)
        return queryClient.invalidateQueries(trpc.bookings.pathFilter())
      },
    }),
  )
  return (
    <>
      <div className="d-flex flex-wrap gap-3">
        {booking.status === 'confirmed' ? (
          <CalendarLink booking={booking} />
        ) : (
          <ButtonLink href={paths.seats({ pool: booking.poolId })}>{words.again}</ButtonLink>
        )}
        {booking.canMove && (
          <ButtonLink look="outline" href={paths.move(booking.bookingId)}>
            {messages.changes.move}
          </ButtonLink>
        )}
        {(booking.status === 'confirmed' || booking.status === 'checked-in') && (
          <ButtonLink look="outline" href={paths.repeat(booking.bookingId)}>
            {messages.changes.repeat}
          </ButtonLink>
        )}
        {booking.canCancel && (
          <Button look="danger" onClick={() => setIsAsking(true)}>
            {words.cancel}
          </Button>
        )}
      </div>
      <output className="d-block mt-3 fw-semibold">
        {cancel.data ? describeCancel(cancel.data, words) : cancel.error ? words.cancelFailed : ''}
      </output>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.cancelTitle}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button
              onClick={() => cancel.mutate({ bookingId: booking.bookingId, language })}
              workingLabel={cancel.isPending ? words.cancelling : undefined}
            >
              {words.cancelYes}
            </Button>
            <Button look="outline" onClick={() => setIsAsking(false)}>
              {words.cancelNo}
            </Button>
          </>
        }
      >
        <p>
          <strong>{words.when(capitalized(booking.dayLabel), booking.timeLabel)}</strong>
        </p>
        <p className="mb-0">{words.cancelText}</p>
      </ConfirmDialog>
    </>
  )
}

/** What became of a cancellation, in a sentence. */
function describeCancel(decision: CancelDecision, words: Messages['booking']): string {
  if (decision.cancelled) return decision.isLate ? words.cancelDoneLate : words.cancelDone
  switch (decision.refusal.reason) {
    case 'already-started':
      return words.cancelStarted
    case 'not-active':
      return words.cancelNotActive
  }
}

function CalendarLink(props: { readonly booking: ShownBooking }) {
  const { booking: words } = useMessages()
  const town = useTown()
  const { booking } = props
  const file = () =>
    calendarFile(
      {
        uid: booking.bookingId,
        day: booking.day,
        from: booking.from,
        to: booking.to,
        title: `${booking.unitLabel}, ${town.portal.officeName}`,
        place: placeLines(town).join(', '),
        note: `${words.pass}: ${booking.code}`,
      },
      new Date(),
    )
  return (
    <ButtonLink
      href={`data:text/calendar;charset=utf-8,${encodeURIComponent(file())}`}
      download={`${booking.code}.ics`}
    >
      <Icon name="calendar" /> {words.calendar}
    </ButtonLink>
  )
}
