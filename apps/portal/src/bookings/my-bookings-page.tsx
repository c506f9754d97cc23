import { ButtonLink } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { EmptyState } from '@officine/ui/empty-state'
import { Link } from '@officine/ui/link'
import { Tag, type TagTone } from '@officine/ui/tag'
import { useSuspenseQuery } from '@tanstack/react-query'
import { AreaNav } from '../area-nav.tsx'
import { useLanguage } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { PauseNotice } from './pause-notice.tsx'
import { SignedIn } from '../signed-in.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import { MyWaits } from './waiting/my-waits.tsx'

type OwnBooking = Outputs['bookings']['mine']['upcoming'][number]

/** A person's bookings: the next ones with their code, the past ones with their outcome. */
export function MyBookingsPage() {
  return <SignedIn>{(me) => <MyBookings givenName={me.givenName} />}</SignedIn>
}

function MyBookings(props: { readonly givenName: string }) {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { area: words, seats } = messages
  const { data } = useSuspenseQuery(trpc.bookings.mine.queryOptions({ language }))
  return (
    <Page title={words.title}>
      <PageHeading title={words.title}>{words.hello(props.givenName)}</PageHeading>
      <AreaNav />
      <PauseNotice />
      <MyWaits offers={data.offers} />
      <section className="mb-5" aria-labelledby="prossime">
        <h2 id="prossime">{words.upcoming}</h2>
        {data.upcoming.length === 0 ? (
          <EmptyState title={words.empty}>
            <p>{words.emptyText}</p>
            <ButtonLink look="outline" isSmall href={paths.seats()}>
              {seats.title}
            </ButtonLink>
          </EmptyState>
        ) : (
          <BookingList bookings={data.upcoming} />
        )}
      </section>
      <section aria-labelledby="passate">
        <h2 id="passate">{words.past}</h2>
        {data.past.length === 0 ? (
          <p className="text-secondary">{words.emptyPast}</p>
        ) : (
          <BookingList bookings={data.past} />
        )}
      </section>
    </Page>
  )
}

const tones: Record<OwnBooking['status'], TagTone> = {
  offered: 'warn',
  confirmed: 'accent',
  'checked-in': 'ok',
  completed: 'plain',
  cancelled: 'plain',
  'no-show': 'warn',
}

function BookingList(props: { readonly bookings: readonly OwnBooking[] }) {
  const { area: words, booking: bookingWords } = useLanguage().messages
  return (
    <ul className="om-rows om-line-bottom">
      {props.bookings.map((booking) => (
        <li key={booking.bookingId}>
          <span>
            <Link className="om-tap fw-semibold" href={paths.booking(booking.bookingId)}>
              {bookingWords.when(capitalized(booking.dayLabel), booking.timeLabel)}
            </Link>
            <span className="d-block text-secondary">
              {booking.unitLabel}
              {booking.status === 'confirmed' && (
                <>
                  . {words.code} <span className="font-monospace">{booking.code}</span>
                </>
              )}
            </span>
          </span>
          <Tag tone={tones[booking.status]}>{bookingWords.status[booking.status]}</Tag>
        </li>
      ))}
    </ul>
  )
}
