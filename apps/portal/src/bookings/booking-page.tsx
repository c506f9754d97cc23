import { capitalized } from '@officine/ui/calendar-days'
import { Callout } from '@officine/ui/callout'
import { Link } from '@officine/ui/link'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { placeLines } from '../footer.ts'
import { useLanguage, useMessages } from '../language.tsx'
import { Page } from '../page.tsx'
import { paths, readNews } from '../paths.ts'
import { Rating } from '../rating.tsx'
import { SignedIn } from '../signed-in.tsx'
import { type Citizen, useTown } from '../town.ts'
import { type Outputs, useTRPC } from '../trpc.ts'
import { AbsenceOf } from './absence-of.tsx'
import { BookingAlong, LeftOut } from './booking-along.tsx'
import { BookingActions } from './booking-actions.tsx'
import { BookingHeading } from './booking-heading.tsx'
import { BookingPass } from './booking-pass.tsx'
import { PresenceActions } from './presence-actions.tsx'
import { OfferPanel } from './waiting/offer-panel.tsx'

export type ShownBooking = Outputs['bookings']['byId']

/** A booking: yes with a code and what to bring, or how it ended. */
export function BookingPage() {
  return <SignedIn>{(me) => <OwnBooking me={me} />}</SignedIn>
}

function OwnBooking(props: { readonly me: Citizen }) {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { area, booking: words, changes } = messages
  const { bookingId = '' } = useParams({ strict: false })
  const { isNew, isMoved, without } = readNews(useSearch({ strict: false }))
  const { data: booking } = useSuspenseQuery(trpc.bookings.byId.queryOptions({ bookingId, language }))
  const town = useTown()
  const service = town.services.find(({ poolId }) => poolId === booking.poolId)
  const isAhead = booking.status === 'confirmed'
  return (
    <>
      <Page
        title={words.when(capitalized(booking.dayLabel), booking.timeLabel)}
        above={[{ label: area.title, href: paths.area() }]}
      >
        <div className="om-done pb-4">
          <div className="om-done-head">
            <BookingHeading
              booking={booking}
              isAppointment={service?.kind === 'desk'}
              givenName={props.me.givenName}
            />
            <p className="om-when mb-1">
              {capitalized(booking.dayLabel)}, <span className="text-nowrap">{booking.timeLabel}</span>
            </p>
            <p className="mb-4">
              {booking.unitLabel}
              <BookingAlong booking={booking} />
              <br />
              {placeLines(town).join(', ')}. <Link href={`${paths.home()}#dove`}>{words.directions}</Link>
            </p>
            {isMoved && (
              <Callout>
                <p>{changes.moved}</p>
              </Callout>
            )}
            {without.length > 0 && <LeftOut booking={booking} poolIds={without} />}
            {booking.offer ? <OfferPanel booking={booking} /> : <BookingActions booking={booking} />}
            <PresenceActions booking={booking} />
            <AbsenceOf booking={booking} />
          </div>
          {/* No code before the place is theirs. */}
          {!booking.offer && !booking.isOfferOver && (
            <div className="om-done-pass">
              <BookingPass booking={booking} />
            </div>
          )}
          <div className="om-done-rest">
            {isAhead && <BeforeYouCome booking={booking} needed={service?.needed} />}
          </div>
        </div>
      </Page>
      {isNew && isAhead && <Rating subject="service" />}
    </>
  )
}

function BeforeYouCome(props: { readonly booking: ShownBooking; readonly needed: string | undefined }) {
  const { booking: words, rules } = useMessages()
  const { booking, needed } = props
  return (
    <>
      {needed && (
        <section className="mb-5">
          <h2>{words.bring}</h2>
          <p>{needed}</p>
        </section>
      )}
      <section className="mb-5">
        <h2>{words.ifNot}</h2>
        <p>
          {booking.freeCancelUntilLabel ? words.ifNotUntil(booking.freeCancelUntilLabel) : words.ifNotLate}
        </p>
      </section>
      <section>
        <h2>{words.why}</h2>
        <p>
          {words.whyText} <Link href={paths.rules()}>{rules.title}</Link>
        </p>
      </section>
    </>
  )
}
