import { capitalized } from '@officine/ui/calendar-days'
import { Link } from '@officine/ui/link'
import { useMessages } from '../language.tsx'
import { paths, type SeatChoice } from '../paths.ts'
import { availabilityOf, type DayOfSlots, isBookable, timeOf } from './slot-words.ts'
import { WeekNav } from './week-nav.tsx'

/** The whole week in one table: a row a day, a column a time, and each free time is a link to it. */
export function WeekTable(props: {
  readonly week: readonly DayOfSlots[]
  readonly choice: SeatChoice
  readonly earlier: string | undefined
  readonly later: string
}) {
  const { seats: words } = useMessages()
  const { week, choice } = props
  const times = [
    ...new Map(week.flatMap(({ slots }) => slots.map((slot) => [timeOf(slot), slot.label]))),
  ].sort(([one], [other]) => one.localeCompare(other))
  return (
    <section className="mb-5" aria-labelledby="settimana">
      <h2 id="settimana">{words.weekTable}</h2>
      <WeekNav week={week} choice={choice} earlier={props.earlier} later={props.later} />
      {times.length === 0 ? (
        <p>{words.nothingWeek}</p>
      ) : (
        <table className="table om-stack">
          <caption className="visually-hidden">{words.weekTable}</caption>
          <thead>
            <tr>
              <th scope="col">{words.weekDay}</th>
              {times.map(([time, label]) => (
                <th scope="col" key={time}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {week.map((day) => (
              <tr key={day.day}>
                <th scope="row">
                  {capitalized(day.label)}
                  {day.notice !== undefined && (
                    <span className="d-block small fw-normal">{words.notice(day.notice)}</span>
                  )}
                </th>
                {day.closedBecause !== undefined ? (
                  <td colSpan={times.length} className="text-secondary">
                    {words.closedDay(day.closedBecause)}
                  </td>
                ) : (
                  times.map(([time, label]) => (
                    <td key={time} data-l={label}>
                      <SlotCell day={day} time={time} choice={choice} />
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function SlotCell(props: { readonly day: DayOfSlots; readonly time: string; readonly choice: SeatChoice }) {
  const { seats: words } = useMessages()
  const slot = props.day.slots.find((each) => timeOf(each) === props.time)
  if (!slot) return null
  if (!isBookable(slot)) return <span className="text-secondary">{availabilityOf(slot, words)}</span>
  const href = paths.seats({ pool: props.choice.pool, day: props.day.day, time: props.time })
  return (
    <Link className="om-tap" href={href}>
      {availabilityOf(slot, words)}
      <span className="visually-hidden">
        , {props.day.label}, {slot.label}
      </span>
    </Link>
  )
}
