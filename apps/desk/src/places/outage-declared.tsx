import { Button } from '@officine/ui/button'
import { Notice } from '@officine/ui/notice'
import { useMessages } from '../language.tsx'
import type { Declared } from './declare-outage.tsx'
import { ToDecide } from './to-decide.tsx'

/** What became of the bookings of a place that is out of order: who has another place, and who waits for a decision. */
export function OutageDeclared(props: {
  readonly placeLabel: string
  readonly declared: Declared
  readonly onClose: () => void
}) {
  const { places: words, booking } = useMessages()
  const { reassigned, toDecide } = props.declared
  return (
    <Notice title={words.declared(props.placeLabel)} takesFocus>
      {reassigned.length === 0 && toDecide.length === 0 && <p>{words.nobodyTouched}</p>}
      {reassigned.length > 0 && (
        <>
          <p className="fw-semibold mb-1">{words.reassigned(reassigned.length)}</p>
          <ul>
            {reassigned.map(({ bookingId, personName, timeLabel, to }) => (
              <li key={`${bookingId} ${timeLabel}`}>{words.movedTo(personName, timeLabel, to)}</li>
            ))}
          </ul>
        </>
      )}
      {toDecide.length > 0 && <ToDecide bookings={toDecide} />}
      <p className="mt-3 mb-0">
        <Button look="link" isSmall onClick={props.onClose}>
          {booking.close}
        </Button>
      </p>
    </Notice>
  )
}
