import { SeatMap } from '@officine/ui/seat-map'
import { Link } from '@officine/ui/link'
import { SlotList } from '@officine/ui/slot-list'
import { WeekStrip } from '@officine/ui/week-strip'
import { useMessages } from '../language.tsx'
import { type BookingChoice, paths } from '../paths.ts'
import type { Pool } from './pool.ts'
import { type Channel, dayNote, type DayOfSlots, type Slot, slotRow } from './slot-words.ts'
import type { Picked } from './use-picked.ts'

/** What, which day, which time and, if they care, which place: the same lists that the portal shows. */
export function TimeFields(props: {
  readonly picked: Picked
  readonly channel: Channel
  readonly mayOverride: boolean
  readonly onChoose: (change: BookingChoice) => void
}) {
  const { slots: words, today } = useMessages()
  const { picked, channel, onChoose } = props
  const { pools, pool, day, slot, week, earlier, later } = picked
  const first = week[0]
  const last = week.at(-1)
  return (
    <>
      {pools.length > 1 && (
        <fieldset className="mb-4">
          <legend className="om-group-title">{words.pool}</legend>
          {pools.map((each) => (
            <div className="form-check form-check-inline" key={each.poolId}>
              <input
                type="radio"
                name="che-cosa"
                id={`pool-${each.poolId}`}
                checked={each.poolId === pool.poolId}
                onChange={() => onChoose({ pool: each.poolId, time: undefined, unit: undefined })}
              />
              <label htmlFor={`pool-${each.poolId}`}>{each.name}</label>
            </div>
          ))}
        </fieldset>
      )}
      <fieldset className="mb-4">
        <legend className="om-group-title">{words.day}</legend>
        <div className="om-week-nav mb-2">
          {first && last && <strong>{words.week(first.label, last.label)}</strong>}
          <span className="om-week-links">
            {earlier && (
              <Link className="om-tap" href={paths.newBooking({ pool: pool.poolId, day: earlier })}>
                {words.earlier}
              </Link>
            )}
            <Link className="om-tap" href={paths.newBooking({ pool: pool.poolId, day: later })}>
              {words.later}
            </Link>
          </span>
        </div>
        <WeekStrip
          name="giorno"
          chosen={day?.day}
          onChoose={(chosen) => onChoose({ day: chosen, time: undefined })}
          days={week.map((each) => ({
            day: each.day,
            weekday: each.shortLabel,
            number: each.dayNumber,
            fullLabel: each.label,
            note: dayNote(each, channel, words),
            isDisabled: each.slots.length === 0 || each.slots.every(({ state }) => state === 'past'),
          }))}
        />
      </fieldset>
      {day && (
        <fieldset className="mb-4">
          <legend className="om-group-title">{words.time(day.label)}</legend>
          {day.closedBecause !== undefined && <p>{words.closedDay(day.closedBecause)}</p>}
          {day.notice !== undefined && <p>{today.notice(day.notice)}</p>}
          {day.closedBecause === undefined && day.slots.length === 0 && <p>{words.nothing}</p>}
          <SlotList
            name="orario"
            groups={groupsOf(day, channel, words, props.mayOverride)}
            chosen={picked.choice.time}
            onChoose={(time) => onChoose({ time })}
          />
        </fieldset>
      )}
      {slot && pool.units.length > 1 && (
        <PlaceField
          pool={pool}
          slot={slot}
          unitId={picked.unit?.unitId}
          onChoose={(unit) => onChoose({ unit })}
        />
      )}
    </>
  )
}

/** Morning and afternoon; the afternoon begins with the times that start at one. */
function groupsOf(
  day: DayOfSlots,
  channel: Channel,
  words: ReturnType<typeof useMessages>['slots'],
  mayOverride: boolean,
) {
  const isMorning = (slot: Slot) => slot.from < '13:00'
  return [
    { title: words.morning, slots: day.slots.filter(isMorning) },
    { title: words.afternoon, slots: day.slots.filter((slot) => !isMorning(slot)) },
  ]
    .filter((group) => group.slots.length > 0)
    .map((group) => ({
      title: group.title,
      slots: group.slots.map((slot) => slotRow(slot, channel, words, mayOverride)),
    }))
}

function PlaceField(props: {
  readonly pool: Pool
  readonly slot: Slot
  readonly unitId: string | undefined
  readonly onChoose: (unitId: string | undefined) => void
}) {
  const { slots: words } = useMessages()
  const { units } = props.pool
  const stepFree = units.filter(({ isAccessible }) => isAccessible).map(({ label }) => label)
  return (
    <fieldset className="mb-4">
      <legend className="om-group-title">{words.place}</legend>
      <p className="text-secondary">
        {words.placeLead} {stepFree.length > 0 && words.accessible(stepFree.join(', '))}
      </p>
      <SeatMap
        name="posto"
        chosen={props.unitId}
        onChoose={props.onChoose}
        seats={units.map((unit) => ({
          id: unit.unitId,
          number: String(unit.number),
          name: unit.label,
          x: unit.x,
          y: unit.y,
          isTaken: props.slot.takenUnitIds.includes(unit.unitId),
        }))}
        words={words.map}
      />
    </fieldset>
  )
}
