import type { ReactNode } from 'react'
import { useMessages } from '../language.tsx'
import { PageHeading } from '../page.tsx'
import type { ShownBooking } from './booking-page.tsx'

/** How the booking stands, in one line, with a mark that says it again in shape. */
export function BookingHeading(props: {
  readonly booking: ShownBooking
  readonly isAppointment: boolean
  readonly givenName: string
}) {
  const { title, lead, mark } = standing(props.booking, useMessages(), props)
  return (
    <div className="om-outcome mb-4">
      <svg className="om-mark" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
        {mark}
      </svg>
      <div>
        <PageHeading title={title} />
        {lead && <p className="lead mb-0">{lead}</p>}
      </div>
    </div>
  )
}

type Standing = { readonly title: string; readonly lead?: string; readonly mark: ReactNode }

function standing(
  booking: ShownBooking,
  { booking: words, waiting }: ReturnType<typeof useMessages>,
  { isAppointment, givenName }: { readonly isAppointment: boolean; readonly givenName: string },
): Standing {
  switch (booking.status) {
    case 'offered':
      return { title: waiting.offerTitle, mark: running }
    case 'confirmed':
      return {
        title: isAppointment ? words.confirmedAppointment : words.confirmed,
        lead: words.confirmedLead(givenName),
        mark: done,
      }
    case 'checked-in':
      return { title: words.checkedIn, mark: done }
    case 'completed':
      return { title: words.completed, mark: done }
    case 'cancelled':
      if (booking.isOfferOver) return { title: waiting.overTitle, lead: waiting.expired, mark: crossed }
      return {
        title: words.cancelled,
        // Of a day that the town shut, no place went to anybody: who did not cancel it themselves reads why.
        lead: booking.cancelReason ? words.cancelledBecause(booking.cancelReason) : words.cancelledLead,
        mark: crossed,
      }
    case 'no-show':
      return { title: words.noShow, lead: words.noShowLead, mark: crossed }
  }
}

const done = (
  <>
    <circle cx="28" cy="28" r="27" fill="var(--om-ok)" />
    <path d="M17 29l8 8 15-17" fill="none" stroke="#fff" strokeWidth="4.5" strokeLinecap="round" />
  </>
)

const running = (
  <>
    <circle
      cx="28"
      cy="28"
      r="25"
      fill="#fff"
      stroke="var(--om-line-strong)"
      strokeWidth="4"
      strokeDasharray="10 6"
    />
    <path
      d="M28 14v15l9 6"
      fill="none"
      stroke="var(--om-line-strong)"
      strokeWidth="4.5"
      strokeLinecap="round"
    />
  </>
)

const crossed = (
  <>
    <rect
      x="2"
      y="2"
      width="52"
      height="52"
      rx="10"
      fill="#fff"
      stroke="var(--om-line-strong)"
      strokeWidth="3"
    />
    <path
      d="M19 19l18 18M37 19L19 37"
      stroke="var(--om-line-strong)"
      strokeWidth="4.5"
      strokeLinecap="round"
    />
  </>
)
