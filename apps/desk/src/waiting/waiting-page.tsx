import { capitalized } from '@officine/ui/calendar-days'
import { EmptyState } from '@officine/ui/empty-state'
import { Link } from '@officine/ui/link'
import { Tag } from '@officine/ui/tag'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { paths } from '../paths.ts'
import { type Outputs, useTRPC } from '../trpc.ts'
import { AnswerOffer } from './answer-offer.tsx'
import { TakeOffList } from './take-off-list.tsx'

type WaitingList = Outputs['desk']['waitingList']

/** Offers that run, the first to run out on top; then who waits, by time and in the order of the rule. */
export function WaitingPage() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const words = messages.waiting
  const { data } = useSuspenseQuery(
    // The round looks every few seconds: an offer that was answered elsewhere does not stay here.
    trpc.desk.waitingList.queryOptions({ language }, { refetchInterval: 5_000 }),
  )
  const bySlot = Map.groupBy(
    data.waiting,
    ({ poolName, dayLabel, timeLabel }) => `${capitalized(dayLabel)}, ${timeLabel}, ${poolName}`,
  )
  return (
    <>
      <PageHeading title={words.title} />
      <p className="text-secondary">{words.lead}</p>
      <section className="mb-5" aria-labelledby="offerte">
        <h2 id="offerte">{words.offers}</h2>
        {data.offers.length === 0 ? (
          <p className="text-secondary">{words.noOffers}</p>
        ) : (
          <ul className="om-rows">
            {data.offers.map((offer) => (
              <Offer key={offer.bookingId} offer={offer} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="attese">
        <h2 id="attese">{words.who}</h2>
        {data.waiting.length === 0 ? (
          <EmptyState title={words.nobody}>
            <p className="mb-0">{words.nobodyText}</p>
          </EmptyState>
        ) : (
          [...bySlot].map(([slot, waiting]) => (
            <section key={slot} className="mb-4">
              <h3 className="h6">{slot}</h3>
              <ol className="om-rows list-unstyled">
                {waiting.map((wait) => (
                  <Waiting key={wait.waitId} wait={wait} />
                ))}
              </ol>
            </section>
          ))
        )}
      </section>
    </>
  )
}

function Offer(props: { readonly offer: WaitingList['offers'][number] }) {
  const { waiting: words } = useLanguage().messages
  const { offer } = props
  return (
    <li>
      <span>
        <Link className="om-tap fw-semibold" href={paths.person(offer.personId)}>
          {offer.personName}
        </Link>
        <span className="d-block">
          {capitalized(offer.dayLabel)}, {offer.timeLabel}, {offer.poolName}
        </span>
        <span className="d-flex flex-wrap gap-2 mt-1">
          <Tag tone="warn">{words.answerBy(offer.expiresAtLabel, offer.isToday)}</Tag>
          <Tag tone={offer.reach === 'mail' ? 'plain' : 'accent'}>{words.reach[offer.reach]}</Tag>
        </span>
      </span>
      <AnswerOffer bookingId={offer.bookingId} name={offer.personName} />
    </li>
  )
}

function Waiting(props: { readonly wait: WaitingList['waiting'][number] }) {
  const { waiting: words, along } = useLanguage().messages
  const { wait } = props
  const more = [...(wait.people > 1 ? [along.people(wait.people)] : []), ...wait.along]
  return (
    <li>
      <span>
        {wait.position !== undefined && <strong>{words.place(wait.position)} </strong>}
        <Link className="om-tap fw-semibold" href={paths.person(wait.personId)}>
          {wait.personName}
        </Link>
        <span className="d-block text-secondary">
          {[words.since(wait.askedAtLabel), ...more].join(', ')}
          {!wait.hasContact && `. ${words.noContact}`}
        </span>
      </span>
      <TakeOffList waitId={wait.waitId} name={wait.personName} />
    </li>
  )
}
