import { Button } from '@officine/ui/button'
import { Dialog } from '@officine/ui/dialog'
import { type Fact, Facts } from '@officine/ui/facts'
import { useState } from 'react'
import { capitalized } from '../calendar-days.ts'
import { CancelBooking } from '../cancel-booking.tsx'
import { useChosenPerson } from '../chosen-person.tsx'
import { useGo } from '../go.ts'
import { useMessages } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { paths } from '../paths.ts'
import type { Outputs } from '../trpc.ts'

type OpenedRecord = Outputs['desk']['openRecord']
type BookingOfPerson = OpenedRecord['bookings'][number]

/** Data, bookings, and who opened this record before. Nothing that says why a place was given. */
export function PersonRecord(props: { readonly record: OpenedRecord }) {
  const { record: words } = useMessages()
  const { person, openedBy } = props.record
  const { choose } = useChosenPerson()
  const go = useGo()
  const name = `${person.givenName} ${person.familyName}`
  return (
    <>
      <div className="om-day-head">
        <PageHeading title={name} />
        <Button
          onClick={() => {
            choose({ personId: person.personId, name })
            go(paths.newBooking())
          }}
        >
          {words.book}
        </Button>
      </div>
      <div className="row">
        <section className="col-lg-4 mb-4" aria-labelledby="dati">
          <h2 id="dati">{words.data}</h2>
          <Facts facts={factsOf(person, words)} />
        </section>
        <section className="col-lg-8 mb-4" aria-labelledby="prenotazioni">
          <h2 id="prenotazioni">{words.bookings}</h2>
          <BookingsOfPerson bookings={props.record.bookings} />
        </section>
      </div>
      <section aria-labelledby="aperture">
        <h2 id="aperture">{words.openings}</h2>
        <table className="table om-stack">
          <caption className="visually-hidden">{words.openings}</caption>
          <thead>
            <tr>
              <th scope="col">{words.openedAt}</th>
              <th scope="col">{words.openedBy}</th>
              <th scope="col">{words.openedWhy}</th>
            </tr>
          </thead>
          <tbody>
            {openedBy.map((opening) => (
              <tr key={`${opening.at} ${opening.why}`}>
                <th scope="row">{opening.at}</th>
                <td data-l={words.openedBy}>{opening.by}</td>
                <td data-l={words.openedWhy}>{opening.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function factsOf(
  person: OpenedRecord['person'],
  words: ReturnType<typeof useMessages>['record'],
): readonly Fact[] {
  const unknown = <span className="fw-normal text-secondary">{words.unknown}</span>
  return [
    { term: words.born, detail: person.bornOnLabel ?? unknown },
    { term: words.phone, detail: person.phone ?? unknown },
    { term: words.email, detail: person.email ?? unknown },
    {
      term: words.fiscalCode,
      detail: person.fiscalCode ? <span className="font-monospace">{person.fiscalCode}</span> : unknown,
    },
    { term: words.madeBy, detail: person.madeAtCounter ? words.atCounter : words.digitalIdentity },
  ]
}

function BookingsOfPerson(props: { readonly bookings: readonly BookingOfPerson[] }) {
  const { record: words, booking: bookingWords, cancel } = useMessages()
  // What is cancelled here is shown here: opening the record again would write one more opening.
  const [changed, setChanged] = useState<ReadonlyMap<string, BookingOfPerson>>(new Map())
  const [cancelling, setCancelling] = useState<BookingOfPerson>()
  const [said, setSaid] = useState('')
  const bookings = props.bookings.map((booking) => changed.get(booking.bookingId) ?? booking)
  return (
    <>
      <output className="d-block fw-semibold mb-2">{said}</output>
      {bookings.length === 0 ? (
        <p className="text-secondary">{words.noBookings}</p>
      ) : (
        <ul className="om-rows">
          {bookings.map((booking) => (
            <li key={booking.bookingId}>
              <span>
                <strong>
                  {capitalized(booking.dayLabel)}, {booking.timeLabel}
                </strong>
                <br />
                {booking.unitLabel}, {words.status[booking.status]}, {bookingWords.channels[booking.channel]},{' '}
                <span className="font-monospace text-nowrap">{booking.code}</span>
              </span>
              {booking.canCancel && (
                <Button look="danger" isSmall onClick={() => setCancelling(booking)}>
                  {words.cancel}
                  <span className="visually-hidden">
                    {' '}
                    {booking.dayLabel}, {booking.timeLabel}
                  </span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Dialog
        isOpen={cancelling !== undefined}
        title={cancel.title}
        closeLabel={bookingWords.close}
        onClose={() => setCancelling(undefined)}
      >
        {cancelling && (
          <>
            <p className="fw-semibold">
              {cancelling.dayLabel}, {cancelling.timeLabel}, {cancelling.unitLabel}
            </p>
            <CancelBooking
              bookingId={cancelling.bookingId}
              onCancelled={(booking, isLate) => {
                setChanged(new Map(changed).set(booking.bookingId, booking))
                setSaid(isLate ? cancel.doneLate : cancel.done)
                setCancelling(undefined)
              }}
              onKeep={() => setCancelling(undefined)}
            />
          </>
        )}
      </Dialog>
    </>
  )
}
