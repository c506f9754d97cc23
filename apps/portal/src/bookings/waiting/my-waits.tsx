import { capitalized } from '@officine/ui/calendar-days'
import { Link } from '@officine/ui/link'
import { Tag } from '@officine/ui/tag'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../../language.tsx'
import { paths } from '../../paths.ts'
import { type Outputs, useTRPC } from '../../trpc.ts'
import { OfferPanel } from './offer-panel.tsx'

/** Offers on top, because they run out; then what a person waits for, with their place in the line. */
export function MyWaits(props: { readonly offers: Outputs['bookings']['mine']['offers'] }) {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { booking, waiting: words } = messages
  const { data } = useSuspenseQuery(trpc.bookings.myWaits.queryOptions({ language }))
  const waits = data.filter(({ status }) => status === 'waiting')
  return (
    <>
      {props.offers.length > 0 && (
        <section className="mb-5" aria-labelledby="offerte">
          <h2 id="offerte">{words.offers}</h2>
          {props.offers.map((offered) => (
            <article key={offered.bookingId} className="card mb-3">
              <div className="card-body">
                <h3 className="om-when mb-2">
                  {booking.when(capitalized(offered.dayLabel), offered.timeLabel)}
                </h3>
                <OfferPanel booking={offered} />
              </div>
            </article>
          ))}
        </section>
      )}
      {waits.length > 0 && (
        <section className="mb-5" aria-labelledby="attese">
          <h2 id="attese">{words.mine}</h2>
          <ul className="om-rows om-line-bottom">
            {waits.map((wait) => (
              <li key={wait.waitId}>
                <span>
                  <Link className="om-tap fw-semibold" href={paths.wait(wait.waitId)}>
                    {booking.when(capitalized(wait.dayLabel), wait.timeLabel)}
                  </Link>
                  <span className="d-block text-secondary">{[wait.poolName, ...wait.along].join(', ')}</span>
                </span>
                {wait.place && <Tag>{words.short(wait.place.position)}</Tag>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
