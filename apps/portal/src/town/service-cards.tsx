import { Link } from '@officine/ui/link'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import { bookablePool, type Town, useTown } from '../town.ts'

/** What the workshop offers, each with the way to its sheet. */
export function ServiceCards(props: { readonly services: Town['services'] }) {
  const { home: words } = useMessages()
  const { site } = useTown()
  return (
    <ul className="row list-unstyled p-0 mb-0">
      {props.services.map((service) => (
        <li className="col-sm-6 col-lg-4 mb-4" key={service.slug}>
          <article className="card om-service">
            <div className="card-body">
              <h3 className="card-title">
                <Link href={paths.service(service.slug)} data-element="service-link">
                  {service.title}
                </Link>
              </h3>
              <p className="card-text">{service.summary}</p>
              <p className="om-next">
                {service.isAnnounced
                  ? words.toCome
                  : bookablePool(service) !== undefined
                    ? words.bookable
                    : site?.hasHours === false
                      ? words.byVoice
                      : words.atTheDesk}
                <strong>{service.cost}</strong>
              </p>
            </div>
          </article>
        </li>
      ))}
    </ul>
  )
}
