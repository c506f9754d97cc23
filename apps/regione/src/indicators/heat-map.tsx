import { useMessages } from '../language.tsx'
import { fullestHour, type HeatCell, heatStep } from './findings.ts'

/** How full the places are by weekday and hour: a real table whose cells are coloured and always carry their number. */
export function HeatMap(props: { readonly cells: readonly HeatCell[]; readonly where: string }) {
  const { heat, weekday, weekdayShort } = useMessages()
  const { cells } = props
  const weekdays = [...new Set(cells.map((cell) => cell.weekday))].sort((one, other) => one - other)
  const hours = [...new Set(cells.map((cell) => cell.hour))].sort((one, other) => one - other)
  const fullest = fullestHour(cells)
  return (
    <figure>
      <figcaption>
        <h2>
          {fullest ? heat.finding(weekday(fullest.weekday), fullest.hour, fullest.percent) : heat.empty}
        </h2>
        <span>{heat.means(props.where)}</span>
      </figcaption>
      <table className="om-heat">
        <caption className="visually-hidden">{heat.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{heat.day}</span>
            </th>
            {hours.map((hour) => (
              <th scope="col" key={hour}>
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day) => (
            <tr key={day}>
              <th scope="row">
                <span aria-hidden="true">{weekdayShort(day)}</span>
                <span className="visually-hidden">{weekday(day)}</span>
              </th>
              {hours.map((hour) => {
                const cell = cells.find((one) => one.weekday === day && one.hour === hour)
                return cell ? (
                  <td key={hour} className={stepClasses[heatStep(cell.percent)]}>
                    {cell.percent}
                  </td>
                ) : (
                  <td key={hour}>
                    <span className="visually-hidden">{heat.shut}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="om-key" aria-label={heat.key}>
        {heat.steps.map((step, at) => (
          <li key={step} className={stepClasses[(at + 1) as 1 | 2 | 3 | 4 | 5]}>
            {step}
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** Whole names: what is not written out in a source is dropped from the style sheet. */
const stepClasses = { 1: 'om-q1', 2: 'om-q2', 3: 'om-q3', 4: 'om-q4', 5: 'om-q5' } as const
