import { Link } from '@officine/ui/link'
import { Notice } from '@officine/ui/notice'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import type { Outputs } from '../trpc.ts'

export type Closed = Extract<Outputs['desk']['close'], { closed: true }>

/** What was done, person by person, and whom a mail does not reach. Good on paper too. */
export function ClosureResult(props: { readonly closed: Closed }) {
  const { closures: words, calls } = useMessages()
  const { done, toCall } = props.closed
  return (
    <Notice title={words.closed} takesFocus>
      <p>{done.length === 0 ? words.nobodyWas : words.told}</p>
      {done.length > 0 && (
        <ul>
          {done.map((booking) => (
            <li key={booking.bookingId}>
              {words.doneFor(booking.personName, booking.dayLabel, booking.timeLabel)}{' '}
              {words.done[booking.how]}
            </li>
          ))}
        </ul>
      )}
      {toCall.length > 0 && (
        <>
          <h3 className="h5">{words.toCall(toCall.length)}</h3>
          <ul>
            {toCall.map(({ personId, name, hasPhone }) => (
              <li key={personId}>{hasPhone ? name : words.noPhone(name)}</li>
            ))}
          </ul>
          <p className="mb-0">
            {words.toCallText}{' '}
            <Link className="om-tap" href={paths.calls()}>
              {calls.title}
            </Link>
          </p>
        </>
      )}
    </Notice>
  )
}
