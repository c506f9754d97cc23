import { Callout } from '@officine/ui/callout'
import { Link } from '@officine/ui/link'
import { SlotList } from '@officine/ui/slot-list'
import { WeekStrip } from '@officine/ui/week-strip'
import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { paths, type SeatChoice } from '../paths.ts'
import { type DayOfSlots, dayNote, isBookable, type Slot, slotRow, timeOf } from './slot-words.ts'
import { WeekNav } from './week-nav.tsx'

/** The week as a strip of days, then the times of the chosen day as a plain list. */
export function DayFields(props: {
  readonly week: readonly DayOfSlots[]
  readonly day: DayOfSlots | undefined
  readonly choice: SeatChoice
  readonly earlier: string | undefined
  readonly later: string
  readonly onChoose: (change: SeatChoice) => void
  /** Where another week is; without it, on the booking page, which has a table of the week too. */
  readonly hrefOfDay?: (day: string) => string
}) {
  const { seats: words } = useMessages()
  const { day, choice, onChoose } = props
  return (
    <>
      <fieldset className="mb-5">
        <legend>{words.day}</legend>
        <WeekNav
          week={props.week}
          choice={choice}
          earlier={props.earlier}
          later={props.later}
          hrefOfDay={props.hrefOfDay}
        />
        <WeekStrip
          name="giorno"
          chosen={day?.day}
          onChoose={(chosen) => onChoose({ day: chosen })}
          days={props.week.map((each) => ({
            day: each.day,
            weekday: each.shortLabel,
            number: each.dayNumber,
            fullLabel: each.label,
            note: dayNote(each, words),
            isDisabled: each.slots.length === 0 || each.slots.every(({ state }) => state === 'past'),
          }))}
        />
        <p className="small text-secondary mt-3 mb-0">{words.dayNote}</p>
      </fieldset>
      {day && (
        <fieldset className="mb-5">
          <legend>{words.time(day.label)}</legend>
          <p className="visually-hidden" aria-live="polite">
            {words.announce(day.label, day.slots.filter(isBookable).length)}
          </p>
          <DayNotes day={day} words={words} />
          <SlotList
            name="orario"
            groups={groupsOf(day.slots, words)}
            chosen={choice.time}
            onChoose={(time) => onChoose({ time })}
          />
          <MyBookingLinks slots={day.slots} words={words} />
          {!props.hrefOfDay && <WaitLinks day={day} choice={choice} />}
        </fieldset>
      )}
    </>
  )
}

function DayNotes(props: { readonly day: DayOfSlots; readonly words: Messages['seats'] }) {
  const { day, words } = props
  if (day.closedBecause !== undefined) return <p>{words.closedDay(day.closedBecause)}</p>
  if (day.slots.length === 0) return <p>{words.nothing}</p>
  const held = day.slots.find((slot) => slot.state === 'bookable' && slot.free > slot.freeForMe)
  if (!held && day.notice === undefined) return null
  return (
    <Callout>
      {day.notice !== undefined && <p>{words.notice(day.notice)}</p>}
      {held && <p>{words.someHeld(held.free - held.freeForMe, held.heldUntil)}</p>}
    </Callout>
  )
}

function MyBookingLinks(props: { readonly slots: readonly Slot[]; readonly words: Messages['seats'] }) {
  return props.slots.map((slot) =>
    slot.mine === undefined ? null : (
      <p key={slot.from}>
        <Link className="om-tap" href={paths.booking(slot.mine)}>
          {props.words.seeBooking}, {slot.label}
        </Link>
      </p>
    ),
  )
}

/** A time that is full is not a dead end: its waiting list is one press away. */
function WaitLinks(props: { readonly day: DayOfSlots; readonly choice: SeatChoice }) {
  const { waiting: words } = useMessages()
  return props.day.slots.map((slot) =>
    slot.mine === undefined && (slot.state === 'full' || slot.state === 'held') ? (
      <p key={slot.from} className="mb-0">
        <Link
          className="om-tap"
          href={paths.waitFor({ ...props.choice, day: props.day.day, time: timeOf(slot) })}
        >
          {words.list}, {slot.label}
        </Link>
      </p>
    ) : null,
  )
}

/** Morning and afternoon; the afternoon begins with the times that start at one. */
function groupsOf(slots: readonly Slot[], words: Messages['seats']) {
  const isMorning = (slot: Slot) => slot.from < '13:00'
  return [
    { title: words.morning, slots: slots.filter(isMorning) },
    { title: words.afternoon, slots: slots.filter((slot) => !isMorning(slot)) },
  ]
    .filter((group) => group.slots.length > 0)
    .map((group) => ({ title: group.title, slots: group.slots.map((slot) => slotRow(slot, words)) }))
}
