import { capitalized } from '@officine/ui/calendar-days'
import { useMessages } from '../language.tsx'
import { useTown } from '../town.ts'
import type { Outputs } from '../trpc.ts'
import { UpcomingClosures } from './upcoming-closures.tsx'

/** The address, the hours, and the days on which nobody is there. */
export function WhereAndWhen(props: { readonly now: Outputs['town']['now'] }) {
  const { home: words } = useMessages()
  const { site, portal } = useTown()
  const { openingHours } = props.now
  return (
    <section className="om-section" id="dove" aria-labelledby="dove-titolo">
      <div className="container">
        <div className="row">
          <div className="col-lg-6 pb-4">
            <h2 id="dove-titolo">{words.whereWhen}</h2>
            <p>
              {site?.name}
              {site?.floor && `, ${site.floor.charAt(0).toLowerCase()}${site.floor.slice(1)}`}
              <br />
              {site && `${site.address}, ${site.postalCode} ${site.locality} (${site.province})`}
            </p>
            {site?.directions && <p className="text-secondary">{site.directions}</p>}
            <p className="text-secondary">{portal.welcome}</p>
          </div>
          <div className="col-lg-6">
            {openingHours.length === 0 ? (
              <p>{words.noHours}</p>
            ) : (
              <table className="table">
                <caption className="visually-hidden">{words.hours}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.days}</th>
                    <th scope="col">{words.times}</th>
                  </tr>
                </thead>
                <tbody>
                  {openingHours.map((row) => (
                    <tr key={row.days}>
                      <th scope="row">{capitalized(row.days)}</th>
                      <td className="om-num">{row.hours.join(', ')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <UpcomingClosures now={props.now} />
          </div>
        </div>
      </div>
    </section>
  )
}
