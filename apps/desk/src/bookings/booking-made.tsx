import { Button, ButtonLink } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { Callout } from '@officine/ui/callout'
import { Facts } from '@officine/ui/facts'
import { Icon } from '@officine/ui/icon'
import { useMutation } from '@tanstack/react-query'
import { companionFacts } from '../deeds/companion-facts.ts'
import { droppedLines } from '../deeds/dropped-lines.ts'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { paths } from '../paths.ts'
import { useTown } from '../town.ts'
import { useTRPC } from '../trpc.ts'
import { useToday } from '../use-today.ts'
import type { Channel } from './slot-words.ts'
import type { Booked, DroppedExtra } from './use-book-for.ts'

/** The answer is yes: what to say or hand over. Who is already here can be checked in at once. */
export function BookingMade(props: {
  readonly booking: Booked
  readonly name: string
  readonly channel: Channel
  readonly dropped: readonly DroppedExtra[]
  readonly onAgain: () => void
}) {
  const { booking, name } = props
  const { language, messages } = useLanguage()
  const { made: words, deeds, booking: bookingWords } = messages
  const trpc = useTRPC()
  const { site } = useTown()
  const checkIn = useMutation(trpc.desk.checkIn.mutationOptions())
  const today = useToday()
  const isHere = props.channel === 'desk' && booking.day === today
  const canCheckIn = isHere && !checkIn.data?.checkedIn
  return (
    <div className="om-narrow">
      <div className="om-outcome mb-4">
        <svg className="om-mark" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
          <circle cx="28" cy="28" r="27" fill="var(--om-ok)" />
          <path d="M17 29l8 8 15-17" fill="none" stroke="#fff" strokeWidth="4.5" strokeLinecap="round" />
        </svg>
        <div>
          <PageHeading title={words.title(name)} />
          <p className="lead mb-0">
            {capitalized(booking.dayLabel)}, {booking.timeLabel}
          </p>
        </div>
      </div>
      <p className="om-code-large">
        <span className="small text-secondary">{props.channel === 'phone' ? words.sayCode : words.code}</span>
        <strong className="font-monospace">{booking.code}</strong>
      </p>
      <Facts
        facts={[
          {
            term: words.where,
            detail: [booking.unitLabel, booking.poolName, site?.name].filter(Boolean).join(', '),
          },
          ...companionFacts(booking, bookingWords),
          { term: words.request, detail: booking.requestNumber },
          {
            term: words.ifNot,
            detail: booking.freeCancelUntilLabel
              ? words.ifNotUntil(booking.freeCancelUntilLabel)
              : words.ifNotLate,
          },
        ]}
      />
      {droppedLines(props.dropped, deeds).map((line) => (
        <Callout key={line}>
          <p className="mb-0">{line}</p>
        </Callout>
      ))}
      {checkIn.error && <FaultNotice error={checkIn.error} />}
      <output className="d-block fw-semibold mb-3">
        {checkIn.data
          ? checkIn.data.checkedIn
            ? words.checkedIn(checkIn.data.unitLabel)
            : words.notCheckedIn
          : ''}
      </output>
      <div className="d-flex flex-wrap gap-3">
        {canCheckIn && (
          <Button
            onClick={() => checkIn.mutate({ bookingId: booking.bookingId, language })}
            workingLabel={checkIn.isPending ? words.checkingIn : undefined}
          >
            {words.checkInNow}
          </Button>
        )}
        <ButtonLink look={canCheckIn ? 'outline' : 'primary'} href={paths.today()}>
          {words.toToday}
        </ButtonLink>
        <Button look="outline" onClick={props.onAgain}>
          {words.again}
        </Button>
        <Button look="outline" onClick={() => window.print()}>
          <Icon name="print" /> {words.print}
        </Button>
      </div>
    </div>
  )
}
