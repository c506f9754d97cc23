import { Button } from '@officine/ui/button'
import { Icon } from '@officine/ui/icon'
import { Tag } from '@officine/ui/tag'
import { useMessages } from '../language.tsx'
import { bookingsOf, type Day, type Moment, type PlacedBooking } from './day.ts'
import { describeStanding, standingOf } from './standing.ts'

/** How many are named beside the timeline; the others are in it. */
const shown = 4

/** Who should be here and is not, the longest first. */
export function LateNow(props: {
  readonly day: Day
  readonly moment: Moment
  readonly onOpen: (booking: PlacedBooking) => void
  readonly onCheckIn: (bookingId: string) => void
}) {
  const { today: words, standing: standings, found } = useMessages()
  const { moment } = props
  const late = bookingsOf(props.day).filter(({ booking }) => standingOf(booking, moment) === 'late')
  return (
    <section aria-labelledby="adesso">
      <h2 id="adesso">{words.now}</h2>
      {late.length === 0 ? (
        <p className="text-secondary mb-0">{words.nobodyLate}</p>
      ) : (
        <ul className="om-rows">
          {late.slice(0, shown).map((placed) => (
            <li className="d-block" key={placed.booking.bookingId}>
              <Tag tone="warn">
                <Icon name="clock" />
                {describeStanding(placed.booking, 'late', moment, standings)}
              </Tag>
              <p className="mt-2 mb-2">
                <strong>{placed.booking.personName}</strong>
                <br />
                {placed.unitLabel}, {words.period(placed.booking.from, placed.booking.to)}
              </p>
              <div className="d-flex flex-wrap gap-3">
                <Button look="outline" isSmall onClick={() => props.onCheckIn(placed.booking.bookingId)}>
                  {found.checkIn}
                  <span className="visually-hidden"> {placed.booking.personName}</span>
                </Button>
                <Button look="link" isSmall onClick={() => props.onOpen(placed)}>
                  {words.details}
                  <span className="visually-hidden"> {placed.booking.personName}</span>
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
