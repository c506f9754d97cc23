import { Link } from '@officine/ui/link'
import { useMessages } from '../language.tsx'
import { paths, type SeatChoice } from '../paths.ts'
import type { DayOfSlots } from './slot-words.ts'

/** Which week it is, the way to the one before and after, and to the other view. */
export function WeekNav(props: {
  readonly week: readonly DayOfSlots[]
  readonly choice: SeatChoice
  readonly earlier: string | undefined
  readonly later: string
  readonly hrefOfDay?: ((day: string) => string) | undefined
}) {
  const { seats: words } = useMessages()
  const { week, choice, earlier, later } = props
  const first = week[0]
  const last = week.at(-1)
  const other = { ...choice, isWeek: !choice.isWeek }
  const at =
    props.hrefOfDay ?? ((day: string) => paths.seats({ ...choice, day, time: undefined, unit: undefined }))
  return (
    <div className="om-week-nav mb-2">
      {first && last && <strong>{words.week(first.label, last.label)}</strong>}
      <span className="om-week-links">
        {earlier && (
          <Link className="om-tap" href={at(earlier)}>
            {words.earlier}
          </Link>
        )}
        <Link className="om-tap" href={at(later)}>
          {words.later}
        </Link>
        {props.hrefOfDay === undefined && (
          <Link className="om-tap" href={paths.seats(other)}>
            {choice.isWeek ? words.seeDay : words.seeWeek}
          </Link>
        )}
      </span>
    </div>
  )
}
