import { Button } from '@officine/ui/button'
import { addDays } from '@officine/ui/calendar-days'
import { Icon } from '@officine/ui/icon'
import { Link } from '@officine/ui/link'
import { useGo } from '../go.ts'
import { useMessages } from '../language.tsx'
import { isDay, paths } from '../paths.ts'
import type { Day } from './day.ts'

/** The day before, the day after, any day by its date, and the paper for a power cut. */
export function DayChooser(props: { readonly day: Day }) {
  const { today: words } = useMessages()
  const go = useGo()
  const { day, isToday } = props.day
  return (
    <nav className="om-days" aria-label={words.chooseDay}>
      <Link className="om-tap" href={paths.today(addDays(day, -1))}>
        <Icon name="left" /> {words.dayBefore}
      </Link>
      <label className="om-day-field" htmlFor="giorno">
        <span>{words.day}</span>
        <input
          // The field is the browser's own: a new day is a new field.
          key={day}
          className="form-control"
          id="giorno"
          type="date"
          defaultValue={day}
          onChange={(change) => {
            if (isDay(change.currentTarget.value)) go(paths.today(change.currentTarget.value))
          }}
        />
      </label>
      <Link className="om-tap" href={paths.today(addDays(day, 1))}>
        {words.dayAfter} <Icon name="right" />
      </Link>
      {!isToday && (
        <Link className="om-tap" href={paths.today()}>
          {words.backToToday}
        </Link>
      )}
      <span className="om-days-end">
        <Button look="outline" isSmall onClick={() => window.print()}>
          <Icon name="print" /> {words.print}
        </Button>
      </span>
    </nav>
  )
}
