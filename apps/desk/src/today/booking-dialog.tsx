import { Button, ButtonLink } from '@officine/ui/button'
import { Dialog } from '@officine/ui/dialog'
import { Facts } from '@officine/ui/facts'
import { CancelBooking } from '../cancel-booking.tsx'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import { bookingsOf, type Day, type Moment, type PlacedBooking } from './day.ts'
import { describeStanding, standingOf } from './standing.ts'
import { UndoCheckIn } from './undo-check-in.tsx'
import type { Answer } from './use-check-in.ts'

/** Which booking is open, and what is being asked about it. */
export type OpenedBooking = {
  readonly of: PlacedBooking
  readonly asking: 'what' | 'why-undo' | 'why-cancel'
}

/** One booking at the counter: who, where, how it stands, and what can be done. */
export function BookingDialog(props: {
  readonly opened: OpenedBooking | undefined
  readonly day: Day
  readonly moment: Moment
  readonly onAsk: (opened: OpenedBooking) => void
  readonly onCheckIn: (bookingId: string) => void
  readonly onAnswer: (answer: Answer) => void
  readonly onClose: () => void
}) {
  const { booking: words, cancel, undo } = useMessages()
  const { opened, day } = props
  // The page asks again every two seconds: what is shown is how the booking stands now, also if it was given back meanwhile.
  const placed = opened && (bookingsOf(day).find(isSame(opened.of)) ?? opened.of)
  const titles = {
    what: placed?.booking.personName ?? '',
    'why-undo': undo.title,
    'why-cancel': cancel.title,
  }
  const back = () => placed && props.onAsk({ of: placed, asking: 'what' })
  const finish = (answer: Answer) => {
    props.onClose()
    props.onAnswer(answer)
  }
  return (
    <Dialog
      isOpen={opened !== undefined}
      title={titles[opened?.asking ?? 'what']}
      closeLabel={words.close}
      onClose={props.onClose}
    >
      {placed && opened?.asking === 'what' && <WhatToDo {...props} placed={placed} />}
      {placed && opened?.asking === 'why-undo' && (
        <>
          <p className="fw-semibold">{words.short(placed.booking.personName, placed.unitLabel)}</p>
          <UndoCheckIn
            bookingId={placed.booking.bookingId}
            onUndone={() => finish({ kind: 'undone', of: placed })}
            onKeep={() => back()}
          />
        </>
      )}
      {placed && opened?.asking === 'why-cancel' && (
        <>
          <p className="fw-semibold">{words.short(placed.booking.personName, placed.unitLabel)}</p>
          <CancelBooking
            bookingId={placed.booking.bookingId}
            onCancelled={(_booking, isLate) => finish({ kind: 'cancelled', of: placed, isLate })}
            onKeep={() => back()}
          />
        </>
      )}
    </Dialog>
  )
}

function WhatToDo(props: {
  readonly placed: PlacedBooking
  readonly day: Day
  readonly moment: Moment
  readonly onAsk: (opened: OpenedBooking) => void
  readonly onCheckIn: (bookingId: string) => void
}) {
  const { booking: words, standing: standings, today } = useMessages()
  const { placed, day, moment } = props
  const { booking } = placed
  const standing = standingOf(booking, moment)
  const canCheckIn = booking.status === 'confirmed' && day.isToday
  return (
    <>
      <Facts
        facts={[
          { term: words.when, detail: `${day.dayLabel}, ${today.period(booking.from, booking.to)}` },
          { term: words.where, detail: `${placed.unitLabel}, ${placed.poolName}` },
          { term: words.standing, detail: describeStanding(booking, standing, moment, standings) },
          { term: words.channel, detail: words.channels[booking.channel] },
          { term: words.code, detail: <span className="font-monospace">{booking.code}</span> },
        ]}
      />
      <div className="d-flex flex-wrap gap-3">
        {canCheckIn && <Button onClick={() => props.onCheckIn(booking.bookingId)}>{words.checkIn}</Button>}
        {booking.status === 'checked-in' && (
          <Button look="outline" onClick={() => props.onAsk({ of: placed, asking: 'why-undo' })}>
            {words.undo}
          </Button>
        )}
        {booking.status === 'confirmed' && standing === 'expected' && (
          <Button look="danger" onClick={() => props.onAsk({ of: placed, asking: 'why-cancel' })}>
            {words.cancel}
          </Button>
        )}
        <ButtonLink look="outline" href={paths.person(booking.personId)}>
          {words.record}
        </ButtonLink>
      </div>
      {booking.status === 'confirmed' && standing !== 'expected' && (
        <p className="small text-secondary mt-3 mb-0">{words.tooLateToCancel}</p>
      )}
    </>
  )
}

function isSame(one: PlacedBooking): (other: PlacedBooking) => boolean {
  return (other) => other.booking.bookingId === one.booking.bookingId
}
