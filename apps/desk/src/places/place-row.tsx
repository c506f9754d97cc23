import { Button } from '@officine/ui/button'
import { Tag } from '@officine/ui/tag'
import { useMessages } from '../language.tsx'
import type { Outage, Place } from './places-page.tsx'
import { ToDecide } from './to-decide.tsx'

/** One place: its state in a word, then each time it is out of order, with what is still to be decided. */
export function PlaceRow(props: {
  readonly place: Place
  readonly onDeclare: () => void
  readonly onEnd: (outage: Outage) => void
}) {
  const { places: words, today } = useMessages()
  const { place } = props
  const isOutNow = place.outages.some(({ isNow }) => isNow)
  return (
    <li className="om-place">
      <div className="om-place-head">
        <span>
          <strong>{place.label}</strong>
          {place.isAccessible && <span className="text-secondary"> · {today.accessible}</span>}{' '}
          <Tag tone={isOutNow ? 'warn' : 'ok'}>{isOutNow ? words.out : words.inOrder}</Tag>
        </span>
        <Button look="outline" isSmall onClick={props.onDeclare}>
          {words.declare}
          <span className="visually-hidden"> {place.label}</span>
        </Button>
      </div>
      {place.outages.map((outage) => (
        <div key={outage.outageId} className="om-outage">
          <div className="om-place-head">
            <span>
              {words.period(outage.fromDayLabel, outage.toDayLabel)}
              <br />
              <span className="text-secondary">{words.because(outage.because)}</span>
            </span>
            <Button look="outline" isSmall onClick={() => props.onEnd(outage)}>
              {words.end}
              <span className="visually-hidden">
                {' '}
                {place.label}, {words.period(outage.fromDayLabel, outage.toDayLabel)}
              </span>
            </Button>
          </div>
          {outage.toDecide.length > 0 && <ToDecide bookings={outage.toDecide} />}
        </div>
      ))}
    </li>
  )
}
