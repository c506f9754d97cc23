import { ButtonLink } from '@officine/ui/button'
import { Link } from '@officine/ui/link'
import { Tag } from '@officine/ui/tag'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { NotFoundPage } from '../fault-page.tsx'
import { phoneHref, placeLines } from '../footer.ts'
import { useLanguage, useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { Rating } from '../rating.tsx'
import { bookablePool, isAnythingBookable, type Town, useTown } from '../town.ts'
import { useTRPC } from '../trpc.ts'
import { ServiceMetadata } from './service-metadata.tsx'
import { UpcomingClosures } from './upcoming-closures.tsx'

type Service = Town['services'][number]

/** A service sheet in the structure of the model for municipal sites (C.SI.1.3): same items, same order. */
export function ServicePage() {
  const { slug } = useParams({ strict: false })
  const { services } = useTown()
  const service = services.find((each) => each.slug === slug)
  return service ? <Sheet service={service} /> : <NotFoundPage />
}

function Sheet(props: { readonly service: Service }) {
  const { service } = props
  const { language, messages } = useLanguage()
  const { service: words, home, shell } = messages
  const trpc = useTRPC()
  const { data: now } = useSuspenseQuery(trpc.town.now.queryOptions({ language }))
  const town = useTown()
  const topic = words.topics[service.kind]
  const pool = bookablePool(service)
  const booking = pool === undefined ? undefined : paths.seats({ pool })
  const sections = [
    { id: 'a-chi', title: words.audience, text: service.audience, element: 'service-addressed' },
    { id: 'come-fare', title: words.howTo, text: service.howTo, element: 'service-how-to' },
    { id: 'cosa-serve', title: words.needed, text: service.needed, element: 'service-needed' },
    { id: 'cosa-si-ottiene', title: words.obtained, text: service.obtained, element: 'service-achieved' },
    { id: 'tempi', title: words.timing, text: service.timing, element: 'service-calendar-text' },
    { id: 'costo', title: words.cost, text: service.cost, element: 'service-cost' },
  ]
  const index = [
    ...sections.map(({ id, title }) => ({ id, title })),
    { id: 'accesso', title: words.access },
    { id: 'condizioni', title: words.conditions },
    { id: 'contatti', title: words.contacts },
  ]
  return (
    <>
      <Page
        title={service.title}
        above={[
          { label: words.services, href: `${paths.home()}#servizi` },
          { label: topic, href: `${paths.home()}#servizi` },
        ]}
      >
        <ServiceMetadata service={service} />
        <div className="row">
          <div className="col-lg-8">
            <div data-element="service-title">
              <PageHeading title={service.title} />
            </div>
            <p data-element="service-status">
              {service.isAnnounced ? <Tag>{words.toCome}</Tag> : <Tag tone="ok">{words.active}</Tag>}
            </p>
            <p className="lead" data-element="service-description">
              {service.summary}
            </p>
            {booking && (
              <p className="mb-5">
                <ButtonLink href={booking}>{words.book}</ButtonLink>
              </p>
            )}
          </div>
        </div>
        <div className="row">
          <nav className="col-lg-4 mb-4 om-index" aria-label={words.index}>
            <ul data-element="page-index">
              {index.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="col-lg-8">
            {sections.map(({ id, title, text, element }) => (
              <section id={id} key={id} className="mb-5" aria-labelledby={`${id}-titolo`}>
                <h2 id={`${id}-titolo`}>{title}</h2>
                <p data-element={element}>{text}</p>
              </section>
            ))}
            <section id="accesso" className="mb-5" aria-labelledby="accesso-titolo">
              <h2 id="accesso-titolo">{words.access}</h2>
              {booking ? (
                <div data-element="service-online-access">
                  <p>{words.accessOnline}</p>
                  <Link className="btn btn-primary" href={booking} data-element="service-booking-access">
                    {words.book}
                  </Link>
                </div>
              ) : (
                <p data-element="service-generic-access">
                  {town.site?.hasHours === false ? home.callOrWrite : words.accessDesk}
                </p>
              )}
              <UpcomingClosures now={now} />
            </section>
            <section id="condizioni" className="mb-5" aria-labelledby="condizioni-titolo">
              <h2 id="condizioni-titolo">{words.conditions}</h2>
              {isAnythingBookable(town) ? (
                <>
                  <p>{words.conditionsText}</p>
                  <Link className="om-tap" href={paths.rules()} data-element="service-file">
                    {home.readRule}
                  </Link>
                </>
              ) : (
                <>
                  <p>{words.conditionsElsewhere}</p>
                  <Link className="om-tap" href={paths.legalNotes()} data-element="service-file">
                    {shell.legalNotes}
                  </Link>
                </>
              )}
            </section>
            <ServiceContacts topic={topic} />
          </div>
        </div>
      </Page>
      <Rating subject="page" />
    </>
  )
}

function ServiceContacts(props: { readonly topic: string }) {
  const { service: words } = useMessages()
  const town = useTown()
  const { phone, email } = town.contacts
  return (
    <section id="contatti" aria-labelledby="contatti-titolo">
      <h2 id="contatti-titolo">{words.contacts}</h2>
      <h3 className="h6 text-secondary">{words.area}</h3>
      <p data-element="service-area">
        {town.portal.officeName}, {town.institutionName}
        <br />
        {placeLines(town).join(', ')}
        <br />
        {phone && (
          <a className="om-tap me-4" href={phoneHref(phone)}>
            {phone}
          </a>
        )}
        {email && (
          <a className="om-tap" href={`mailto:${email}`}>
            {email}
          </a>
        )}
      </p>
      <p>
        <span className="text-secondary">{words.topic}: </span>
        <Link className="om-tap" href={`${paths.home()}#servizi`} data-element="service-topic">
          {props.topic}
        </Link>
      </p>
    </section>
  )
}
