import { ButtonLink } from '@officine/ui/button'
import { Link } from '@officine/ui/link'
import { NumberedSteps } from '@officine/ui/numbered-steps'
import { StatusLine } from '@officine/ui/status-line'
import { useSuspenseQueries } from '@tanstack/react-query'
import { phoneHref } from '../footer.ts'
import { useLanguage, useMessages } from '../language.tsx'
import { PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { Rating } from '../rating.tsx'
import { isAnythingBookable, type Town, useTown } from '../town.ts'
import { type Outputs, useTRPC } from '../trpc.ts'
import { FreeNow } from './free-now.tsx'
import { ServiceCards } from './service-cards.tsx'
import { Skyline } from './skyline.tsx'
import { WhereAndWhen } from './where-and-when.tsx'

/** The answer first: open or shut, free or full. Then what can be done here, by which rule, where and when. */
export function HomePage() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const words = messages.home
  const town = useTown()
  const [{ data: now }, { data: rules }] = useSuspenseQueries({
    queries: [
      trpc.town.now.queryOptions({ language }, { refetchInterval: 60_000 }),
      trpc.rules.explained.queryOptions({ language }),
    ],
  })
  const { closesAt, nextOpening, closedBecause, noticeToday } = openingOf(now)
  const { phone } = town.contacts
  const seats = town.services.find(({ kind, poolId }) => kind === 'seats' && poolId !== undefined)
  const isBookable = isAnythingBookable(town)
  const appointment = town.services.find(({ kind, poolId }) => kind === 'desk' && poolId !== undefined)
  return (
    <>
      <section className="pt-5">
        <div className="container">
          <div className="row align-items-start">
            <div className="col-lg-7 pb-4">
              {town.site?.hasHours && (
                <StatusLine isOpen={now.isOpen}>
                  {now.isOpen ? words.open(closesAt) : words.shut(nextOpening)}
                </StatusLine>
              )}
              <PageHeading title={town.portal.tagline} />
              <p className="lead">{town.portal.lead}</p>
              {closedBecause && <p>{words.because(closedBecause)}</p>}
              {noticeToday && <p>{words.because(noticeToday)}</p>}
              <div className="d-flex flex-wrap gap-3 mt-4">
                {seats && (
                  <ButtonLink href={paths.seats({ pool: seats.poolId })}>{words.bookSeat}</ButtonLink>
                )}
                {appointment && (
                  <ButtonLink
                    {...(seats && { look: 'outline' })}
                    href={paths.seats({ pool: appointment.poolId })}
                  >
                    {words.bookAppointment}
                  </ButtonLink>
                )}
              </div>
              {isBookable ? <OtherWays phone={phone} /> : <CallOrWrite contacts={town.contacts} />}
            </div>
            {seats && (
              <div className="col-lg-5 col-xl-4 offset-xl-1 pb-4">
                <FreeNow now={now} poolId={seats.poolId} />
              </div>
            )}
          </div>
        </div>
        <Skyline />
      </section>
      <section className="om-section" aria-labelledby="servizi">
        <div className="container">
          <h2 id="servizi" className="mb-4">
            {words.services}
          </h2>
          <ServiceCards services={town.services} />
        </div>
      </section>
      {isBookable && <RuleInBrief sections={rules.sections} />}
      <WhereAndWhen now={now} />
      <Rating subject="page" />
    </>
  )
}

function OtherWays(props: { readonly phone: string | undefined }) {
  const { home: words } = useMessages()
  const { phone } = props
  return (
    <p className="mt-4 text-secondary">
      {phone ? (
        <>
          {words.otherWays} {words.call}{' '}
          <a className="text-nowrap" href={phoneHref(phone)}>
            {phone}
          </a>{' '}
          {words.orCome}
        </>
      ) : (
        `${words.otherWays} ${words.comeSee}`
      )}
    </p>
  )
}

/** Where nothing is booked from here, the way in is a voice or a letter. */
function CallOrWrite(props: { readonly contacts: Town['contacts'] }) {
  const { home: words } = useMessages()
  const { phone, email } = props.contacts
  return (
    <>
      <p>{words.callOrWrite}</p>
      <p className="d-flex flex-wrap gap-4">
        {phone && (
          <a className="om-tap fw-semibold text-nowrap" href={phoneHref(phone)}>
            {phone}
          </a>
        )}
        {email && (
          <a className="om-tap fw-semibold text-break" href={`mailto:${email}`}>
            {email}
          </a>
        )}
      </p>
    </>
  )
}

function RuleInBrief(props: { readonly sections: RuleSections }) {
  const { home: words } = useMessages()
  return (
    <section className="om-section om-surface" aria-labelledby="regola">
      <div className="container">
        <div className="row">
          <div className="col-lg-5 pb-4">
            <h2 id="regola">{words.howAssigned}</h2>
            <p className="lead">{words.howLead}</p>
            <p>
              <Link className="om-tap" href={paths.rules()}>
                {words.readRule}
              </Link>
            </p>
          </div>
          <div className="col-lg-6 offset-lg-1">
            <NumberedSteps
              steps={inBrief(props.sections, words.ruleTitles).map(({ title, sentences }) => ({
                title,
                text: sentences[0] ?? '',
              }))}
            />
          </div>
        </div>
      </div>
    </section>
  )
}

/** When it shuts, opens, and why it is shut: nothing of the kind for a town that has no site yet. */
function openingOf(now: Outputs['town']['now']) {
  return {
    closesAt: 'closesAt' in now ? now.closesAt : undefined,
    nextOpening: 'nextOpening' in now ? now.nextOpening : undefined,
    closedBecause: 'closedBecause' in now ? now.closedBecause : undefined,
    noticeToday: 'noticeToday' in now ? now.noticeToday : undefined,
  }
}

type RuleSections = Outputs['rules']['explained']['sections']

/** The three sections that a first visit needs; a language that does not name them shows the first three. */
function inBrief(sections: RuleSections, titles: readonly string[]): RuleSections {
  const named = titles.flatMap((title) => sections.filter((section) => section.title === title))
  return named.length > 0 ? named : sections.slice(0, titles.length)
}
