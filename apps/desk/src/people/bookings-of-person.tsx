import { Button } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { togetherWords } from '../deeds/companion-facts.ts'
import { DeedsDialog, type OpenedDeeds } from '../deeds/deeds-dialog.tsx'
import type { Done } from '../deeds/deed.ts'
import { useCheckInHere } from '../deeds/use-check-in-here.ts'
import { useLanguage } from '../language.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'

type BookingOfPerson = Outputs['desk']['openRecord']['bookings'][number]

/** A person's bookings, each with what the counter can do about it, and what has just been done. */
export function BookingsOfPerson(props: {
  readonly personId: string
  readonly name: string
  readonly bookings: readonly BookingOfPerson[]
}) {
  const { language, messages } = useLanguage()
  const { record: words, booking: bookingWords } = messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  // What is changed here is shown here: opening the record again would write one more opening.
  const [changed, setChanged] = useState<ReadonlyMap<string, BookingOfPerson>>(new Map())
  const [opened, setOpened] = useState<OpenedDeeds>()
  const [said, setSaid] = useState<readonly string[]>([])
  const checkIn = useCheckInHere()
  const bookings = withChanges(props.bookings, changed)
  const groups = [
    {
      title: messages.kept.toCome,
      none: messages.kept.noneToCome,
      rows: bookings.filter(isStanding).toReversed(),
    },
    {
      title: messages.kept.past,
      none: messages.kept.nonePast,
      rows: bookings.filter((booking) => !isStanding(booking)),
    },
  ]
  const on = bookings.find(({ bookingId }) => bookingId === opened?.bookingId)

  async function finish({ lines }: Pick<Done, 'lines'>, bookingIds: readonly string[]) {
    setOpened(undefined)
    setSaid(lines)
    const now = await Promise.all(
      bookingIds.map((bookingId) =>
        queryClient.fetchQuery(trpc.desk.bookingById.queryOptions({ bookingId, language }, { staleTime: 0 })),
      ),
    )
    setChanged((before) => new Map([...before, ...now.map((each) => [each.bookingId, each] as const)]))
  }

  return (
    <>
      <output className="d-block fw-semibold mb-2">{said.join(' ')}</output>
      {groups.map(({ title, none, rows }) => (
        <Fragment key={title}>
          <h3>{title}</h3>
          {rows.length === 0 && <p className="text-secondary">{none}</p>}
          <ul className="om-rows mb-4">
            {rows.map((booking) => (
              <li key={booking.bookingId}>
                <span>
                  <strong>
                    {capitalized(booking.dayLabel)}, {booking.timeLabel}
                  </strong>
                  <br />
                  {[booking.unitLabel, ...togetherWords(booking, bookingWords)].join(', ')},{' '}
                  {words.status[booking.status]}
                  {booking.absence?.isExcused && ` ${messages.attendance.excusedMark}`},{' '}
                  {bookingWords.channels[booking.channel]},{' '}
                  <span className="font-monospace text-nowrap">{booking.code}</span>
                </span>
                {booking.deeds.length > 0 && (
                  <Button look="outline" isSmall onClick={() => setOpened({ bookingId: booking.bookingId })}>
                    {words.manage}
                    <span className="visually-hidden">
                      {' '}
                      {booking.dayLabel}, {booking.timeLabel}
                    </span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      <DeedsDialog
        on={on && { ...on, personId: props.personId, personName: props.name }}
        asking={opened?.asking}
        facts={
          on
            ? [
                { term: bookingWords.when, detail: `${on.dayLabel}, ${on.timeLabel}` },
                { term: bookingWords.where, detail: `${on.unitLabel}, ${on.poolName}` },
                { term: bookingWords.standing, detail: words.status[on.status] },
                { term: bookingWords.code, detail: <span className="font-monospace">{on.code}</span> },
              ]
            : []
        }
        onAsk={(asking) => on && setOpened({ bookingId: on.bookingId, asking })}
        onCheckIn={(bookingId) => checkIn(bookingId, (lines) => void finish({ lines }, [bookingId]))}
        onDone={({ lines, bookingIds }) => on && void finish({ lines }, bookingIds ?? [on.bookingId])}
        onClose={() => setOpened(undefined)}
      />
    </>
  )
}

/** Whether a booking is still to be used: said by how it stands, since the page has no clock of its own. */
function isStanding({ status }: BookingOfPerson): boolean {
  return status === 'offered' || status === 'confirmed' || status === 'checked-in'
}

/** The bookings as they stand now, with those just made, the latest first. */
function withChanges(
  bookings: readonly BookingOfPerson[],
  changed: ReadonlyMap<string, BookingOfPerson>,
): readonly BookingOfPerson[] {
  const standing = new Map([...bookings.map((each) => [each.bookingId, each] as const), ...changed])
  return [...standing.values()].sort((one, other) =>
    `${other.day} ${other.from}`.localeCompare(`${one.day} ${one.from}`),
  )
}
