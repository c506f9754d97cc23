import { Button } from '@officine/ui/button'
import { LoadingPlate } from '@officine/ui/loading-plate'
import { FaultNotice } from '../fault-notice.tsx'
import { FoundPeople } from '../found-people.tsx'
import { useMessages } from '../language.tsx'
import { moveInList } from '../move-in-list.ts'
import { bookingsOf, type Day, type Moment } from './day.ts'
import { matchesName } from './read-check-in.ts'
import { describeStanding, standingOf } from './standing.ts'
import type { FoundPerson } from './use-check-in.ts'

export const foundId = 'trovati'

/** Who answers to a name: first who is booked today, then everyone the town knows. */
export function FoundByName(props: {
  readonly name: string
  readonly day: Day
  readonly moment: Moment
  readonly people: {
    readonly found: readonly FoundPerson[] | undefined
    readonly error: unknown
    readonly isWorking: boolean
  }
  readonly onCheckIn: (bookingId: string) => void
  readonly onClose: () => void
}) {
  const { found: words, standing: standings, today } = useMessages()
  const { name, day, moment, people } = props
  const booked = bookingsOf(day).filter((booking) => matchesName(booking.personName, name))
  return (
    <section className="om-found" id={foundId} aria-labelledby="trovati-titolo" data-steps>
      <div className="d-flex justify-content-between align-items-start gap-3">
        <h2 id="trovati-titolo">{words.title(name)}</h2>
        <Button look="link" isSmall onClick={props.onClose}>
          {words.close}
        </Button>
      </div>
      <output className="visually-hidden">
        {people.found ? words.count(booked.length, people.found.length) : ''}
      </output>
      <h3>{words.bookedOn(day.isToday ? undefined : day.dayLabel)}</h3>
      {booked.length === 0 ? (
        <p className="text-secondary">{words.nobodyBooked}</p>
      ) : (
        <ul className="om-rows mb-3">
          {booked.map((booking) => (
            <li key={booking.bookingId}>
              <span>
                <strong>{booking.personName}</strong>
                <br />
                {booking.unitLabel}, {today.period(booking.from, booking.to)},{' '}
                {describeStanding(booking, standingOf(booking, moment), moment, standings)}
              </span>
              {booking.deeds.includes('check-in') && (
                <Button
                  isSmall
                  data-step
                  onKeyDown={moveInList}
                  onClick={() => props.onCheckIn(booking.bookingId)}
                >
                  {words.checkIn}
                  <span className="visually-hidden"> {booking.personName}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>{words.known}</h3>
      {people.error ? <FaultNotice error={people.error} /> : null}
      {people.isWorking && <LoadingPlate label={words.looking} />}
      {people.found && <FoundPeople people={people.found} />}
    </section>
  )
}
