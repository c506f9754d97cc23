import { ButtonLink } from '@officine/ui/button'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import type { Outage } from './places-page.tsx'

/** Bookings still at a place that is out of order: why, and the three ways on. */
export function ToDecide(props: { readonly bookings: Outage['toDecide'] }) {
  const { places: words } = useMessages()
  return (
    <>
      <p className="fw-semibold mt-2 mb-1">{words.toDecide(props.bookings.length)}</p>
      <ul className="om-rows">
        {props.bookings.map(({ bookingId, personId, personName, day, timeLabel, code, because }) => (
          <li key={`${bookingId} ${timeLabel}`}>
            <span>
              <strong>{personName}</strong>, {timeLabel},{' '}
              <span className="font-monospace text-nowrap">{code}</span>
              <br />
              <span className="text-secondary">{words.becauseOf[because]}</span>
            </span>
            <span className="om-row-actions">
              <ButtonLink look="outline" isSmall href={paths.person(personId)}>
                {words.call}
                <span className="visually-hidden"> {personName}</span>
              </ButtonLink>
              {because !== 'present' && (
                <>
                  <ButtonLink look="outline" isSmall href={paths.today(day, bookingId, 'move')}>
                    {words.move}
                    <span className="visually-hidden"> {personName}</span>
                  </ButtonLink>
                  <ButtonLink look="outline" isSmall href={paths.today(day, bookingId, 'cancel')}>
                    {words.cancel}
                    <span className="visually-hidden"> {personName}</span>
                  </ButtonLink>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
