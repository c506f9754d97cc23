export type WeekDay = {
  readonly day: string
  readonly weekday: string
  readonly number: string
  /** The state in words: how many are free, or why it cannot be chosen. */
  readonly note: string
  readonly fullLabel: string
  readonly isDisabled: boolean
}

/** The days of a week as radios; a day that cannot be chosen stays, with its reason. */
export function WeekStrip(props: {
  readonly name: string
  readonly days: readonly WeekDay[]
  readonly chosen: string | undefined
  readonly onChoose: (day: string) => void
}) {
  return (
    <div className={`om-week om-week-${props.days.length}`}>
      {props.days.map((day) => (
        <div key={day.day}>
          <input
            type="radio"
            name={props.name}
            id={`${props.name}-${day.day}`}
            value={day.day}
            checked={day.day === props.chosen}
            disabled={day.isDisabled}
            onChange={() => props.onChoose(day.day)}
          />
          <label htmlFor={`${props.name}-${day.day}`}>
            <span className="visually-hidden">
              {day.fullLabel}, {day.note}
            </span>
            <span aria-hidden="true">{day.weekday}</span>
            <b aria-hidden="true">{day.number}</b>
            <span className="om-free" aria-hidden="true">
              {day.note}
            </span>
          </label>
        </div>
      ))}
    </div>
  )
}
