import { ButtonLink } from '@officine/ui/button'
import type { DeedName } from '../deeds/deed.ts'
import { DeedsDialog, type OpenedDeeds } from '../deeds/deeds-dialog.tsx'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import { bookingsOf, type Day, type Moment } from './day.ts'
import { describeStanding, standingOf } from './standing.ts'
import type { Answer } from './use-check-in.ts'

/** One booking of the day: who, where, how it stands, and what can be done. */
export function BookingDialog(props: {
  readonly opened: OpenedDeeds | undefined
  readonly day: Day
  readonly moment: Moment
  readonly onAsk: (opened: OpenedDeeds) => void
  readonly onCheckIn: (bookingId: string) => void
  readonly onAnswer: (answer: Answer) => void
  readonly onClose: () => void
}) {
  const { booking: words, standing: standings, today } = useMessages()
  const { opened, day, moment } = props
  // The page asks again every two seconds: what is shown is how the booking stands now, also if it was given back meanwhile.
  const booking = opened && bookingsOf(day).find((each) => each.bookingId === opened.bookingId)
  const standing = booking && standingOf(booking, moment)
  return (
    <DeedsDialog
      on={booking && { ...booking, day: day.day, dayLabel: day.dayLabel }}
      asking={opened?.asking}
      facts={
        booking && standing
          ? [
              { term: words.when, detail: `${day.dayLabel}, ${today.period(booking.from, booking.to)}` },
              { term: words.where, detail: `${booking.unitLabel}, ${booking.poolName}` },
              { term: words.standing, detail: describeStanding(booking, standing, moment, standings) },
              { term: words.channel, detail: words.channels[booking.channel] },
              { term: words.code, detail: <span className="font-monospace">{booking.code}</span> },
            ]
          : []
      }
      ways={
        booking && (
          <ButtonLink look="outline" href={paths.person(booking.personId)}>
            {words.record}
          </ButtonLink>
        )
      }
      note={
        booking?.status === 'confirmed' && !booking.deeds.includes('cancel')
          ? words.tooLateToCancel
          : undefined
      }
      onAsk={(asking: DeedName | undefined) =>
        booking && props.onAsk({ bookingId: booking.bookingId, asking })
      }
      onCheckIn={props.onCheckIn}
      onDone={({ lines }) => {
        props.onClose()
        if (booking) props.onAnswer({ kind: 'done', name: booking.personName, lines })
      }}
      onClose={props.onClose}
    />
  )
}
