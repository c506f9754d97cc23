import { capitalized } from '@officine/ui/calendar-days'
import { useMessages } from '../language.tsx'
import type { Outputs } from '../trpc.ts'

/** The days of the next month on which something is closed or keeps other hours, with the reason; nothing when all is as usual. */
export function UpcomingClosures(props: { readonly now: Outputs['town']['now'] }) {
  const { home: words } = useMessages()
  const { upcomingClosures } = props.now
  if (upcomingClosures.length === 0) return null
  return (
    <>
      <h3 className="mt-4">{words.closures}</h3>
      <ul className="om-sentences">
        {upcomingClosures.map(({ day, dayLabel, because }) => (
          <li key={`${day} ${because}`}>{words.closure(capitalized(dayLabel), because)}</li>
        ))}
      </ul>
    </>
  )
}
