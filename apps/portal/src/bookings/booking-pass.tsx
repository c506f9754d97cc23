import { capitalized } from '@officine/ui/calendar-days'
import { Facts } from '@officine/ui/facts'
import { useMessages } from '../language.tsx'
import type { ShownBooking } from './booking-page.tsx'

/** The code for the entrance, drawn and spelled, and what an office asks for on the telephone. */
export function BookingPass(props: { readonly booking: ShownBooking }) {
  const { booking: words } = useMessages()
  const { booking } = props
  const isAhead = booking.status === 'confirmed'
  return (
    <>
      {isAhead && (
        <section className="om-pass mb-4" aria-label={words.pass}>
          <h2 className="om-pass-title">{words.show}</h2>
          <img
            className="om-qr"
            src={`data:image/svg+xml,${encodeURIComponent(booking.qrSvg)}`}
            alt={words.qr(booking.code)}
            width="216"
            height="216"
          />
          <p className="om-code mb-1">{booking.code}</p>
          <p className="small text-secondary px-3">{words.passNote}</p>
        </section>
      )}
      <Facts
        facts={[
          { term: words.request, detail: <span className="om-num">{booking.requestNumber}</span> },
          {
            term: words.bookedAt,
            detail: `${capitalized(booking.bookedAtLabel)}, ${words.channels[booking.channel]}`,
          },
          ...(booking.checkedInAtLabel
            ? [{ term: words.checkedInAt, detail: booking.checkedInAtLabel }]
            : []),
          ...(booking.cancelledAtLabel
            ? [{ term: words.cancelledAt, detail: capitalized(booking.cancelledAtLabel) }]
            : []),
          ...(booking.cancelReason ? [{ term: words.reason, detail: booking.cancelReason }] : []),
        ]}
      />
      {isAhead && <p className="small text-secondary">{words.find}.</p>}
    </>
  )
}
