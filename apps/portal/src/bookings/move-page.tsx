import { ButtonLink } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { EmptyState } from '@officine/ui/empty-state'
import { SummaryAside, SummaryBar } from '@officine/ui/summary'
import { daysAsked, firstDayAsked, whichWeek } from '@officine/ui/which-week'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths, readChoice, type SeatChoice } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { useTRPC } from '../trpc.ts'
import { useToday } from '../use-today.ts'
import type { ShownBooking } from './booking-page.tsx'
import { DayFields } from './day-fields.tsx'
import { MoveSummary } from './move-summary.tsx'
import { isBookable, timeOf } from './slot-words.ts'

/** Another time for a booking: choose it, read what changes, confirm. Until then it stays as it is. */
export function MovePage() {
  return <SignedIn>{() => <OwnMove />}</SignedIn>
}

function OwnMove() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { area, booking: bookingWords, changes: words } = messages
  const { bookingId = '' } = useParams({ strict: false })
  const search = useSearch({ strict: false })
  const { day, time } = readChoice(search)
  const { data: booking } = useSuspenseQuery(trpc.bookings.byId.queryOptions({ bookingId, language }))
  const when = bookingWords.when(capitalized(booking.dayLabel), booking.timeLabel)
  const isSummary = 'riepilogo' in search && day !== undefined && time !== undefined
  return (
    <Page
      title={words.moveTitle}
      above={[
        { label: area.title, href: paths.area() },
        { label: when, href: paths.booking(bookingId) },
      ]}
    >
      {!booking.canMove ? (
        <>
          <PageHeading title={words.moveTitle} />
          <EmptyState title={words.cannotMove}>
            <p>{words.alreadyStarted}</p>
            <ButtonLink href={paths.booking(bookingId)}>{words.backToBooking}</ButtonLink>
          </EmptyState>
        </>
      ) : isSummary ? (
        <MoveSummary key={`${day} ${time}`} booking={booking} day={day} time={time} />
      ) : (
        <ChooseTime booking={booking} choice={{ day, time }} when={when} />
      )}
    </Page>
  )
}

function ChooseTime(props: {
  readonly booking: ShownBooking
  readonly choice: SeatChoice
  readonly when: string
}) {
  const { booking, choice } = props
  const trpc = useTRPC()
  const router = useRouter()
  const { language, messages } = useLanguage()
  const { changes: words, seats } = messages
  const today = useToday()
  const { bookingId, poolId } = booking
  const asked = choice.day ?? booking.day
  const { data } = useSuspenseQuery(
    trpc.bookings.whatIsFree.queryOptions(
      { poolId, from: firstDayAsked(asked, today), days: daysAsked, language },
      { refetchInterval: 60_000 },
    ),
  )
  const { day, week, earlier, later } = whichWeek(data.days, asked, today, isBookable)
  const slot = day?.slots.find((each) => isBookable(each) && timeOf(each) === choice.time)
  const chosen: SeatChoice = { pool: poolId, day: day?.day, time: slot && timeOf(slot) }
  const choose = (change: SeatChoice) =>
    void router.navigate({
      href: paths.move(bookingId, { day: chosen.day, ...change }),
      replace: true,
      resetScroll: false,
    })
  const next = slot && (
    <ButtonLink href={paths.move(bookingId, { ...chosen, isSummary: true })}>
      {seats.toSummaryShort}
    </ButtonLink>
  )
  return (
    <div className="row pb-lg-4">
      <div className="col-lg-8 pe-lg-5">
        <PageHeading title={words.moveTitle} />
        <p className="lead mb-5">
          {words.moveLead(messages.booking.when(booking.dayLabel, booking.timeLabel))}
        </p>
        <DayFields
          week={week}
          day={day}
          choice={chosen}
          earlier={earlier}
          later={later}
          onChoose={choose}
          hrefOfDay={(each) => paths.move(bookingId, { day: each })}
        />
      </div>
      <div className="col-lg-4">
        <SummaryAside
          title={words.moveTitle}
          facts={[
            { term: words.from, detail: props.when },
            ...(day && slot ? [{ term: words.to, detail: `${capitalized(day.label)}, ${slot.label}` }] : []),
          ]}
          action={next}
          note={slot ? words.notMovedYet : words.chooseTime}
        />
      </div>
      {day && slot && (
        <div className="col-12">
          <SummaryBar
            label={words.moveTitle}
            first={`${capitalized(day.shortLabel)} ${day.dayNumber}, ${slot.label}`}
            second={words.insteadOf(booking.timeLabel)}
            action={next}
          />
        </div>
      )}
    </div>
  )
}
