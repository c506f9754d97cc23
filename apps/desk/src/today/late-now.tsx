import { Button } from '@officine/ui/button'
import { Icon } from '@officine/ui/icon'
import { Tag } from '@officine/ui/tag'
import { useMessages } from '../language.tsx'
import { bookingsOf, type Day, type DeskBooking, type Moment } from './day.ts'
import { describeStanding, standingOf } from './standing.ts'

/** How many are named beside the timeline; the others are in it. */
const shown = 4

/** Who should be here and is not, the longest first. */
export function LateNow(props: {
  readonly day: Day
  readonly moment: Moment
  readonly onOpen: (booking: DeskBooking) => void
  readonly onCheckIn: (bookingId: string) => void
}) {
  const { today: words, standing: standings, found } = useMessages()
  const { moment } = props
  const late = bookingsOf(props.day).filter((booking) => standingOf(booking, moment) === 'late')
  return (
    <section aria-labelledby="adesso">
      <h2 id="adesso">{words.now}</h2>
      {late.length === 0 ? (
        <p className="text-secondary mb-0">{words.nobodyLate}</p>
      ) : (
        <ul className="om-rows">
          {late.slice(0, shown).map((booking) => (
            <li className="d-block" key={booking.bookingId}>
              <Tag tone="warn">
                <Icon name="clock" />
                {describeStanding(booking, 'late', moment, standings)}
              </Tag>
              <p className="mt-2 mb-2">
                <strong>{booking.personName}</strong>
                <br />
                {booking.unitLabel}, {words.period(booking.from, booking.to)}
              </p>
              <div className="d-flex flex-wrap gap-3">
                <Button look="outline" isSmall onClick={() => props.onCheckIn(booking.bookingId)}>
                  {found.checkIn}
                  <span className="visually-hidden"> {booking.personName}</span>
                </Button>
                <Button look="link" isSmall onClick={() => props.onOpen(booking)}>
                  {words.details}
                  <span className="visually-hidden"> {booking.personName}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {late.length > shown && <p className="mb-0">{words.moreLate(late.length - shown)}</p>}
    </section>
  )
}
