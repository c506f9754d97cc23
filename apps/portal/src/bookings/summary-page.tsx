import { ButtonLink } from '@officine/ui/button'
import { EmptyState } from '@officine/ui/empty-state'
import { Stepper } from '@officine/ui/stepper'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouterState, useSearch } from '@tanstack/react-router'
import { useLanguage, useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths, readChoice, type SeatChoice } from '../paths.ts'
import { Redirect } from '../redirect.tsx'
import { useTRPC } from '../trpc.ts'
import { ConfirmBooking } from './confirm-booking.tsx'
import { SummaryFacts } from './summary-facts.tsx'

/** Everything on one screen before confirming (C.SE.1.4), each part with its way back. */
export function SummaryPage() {
  const { seats, summary: words } = useMessages()
  const choice = readChoice(useSearch({ strict: false }))
  const key = paths.summary(choice)
  const { pool, day, time } = choice
  return (
    <Page title={words.title} above={[{ label: seats.title, href: paths.seats(choice) }]}>
      <Stepper
        label={words.stepsLabel}
        steps={words.steps}
        current={2}
        position={words.step(2, words.steps.length)}
      />
      {pool && day && time ? (
        // A different choice is a different request: a new view, hence a new key.
        <ChosenSummary key={key} choice={{ ...choice, pool, day, time }} />
      ) : (
        <MissingChoice />
      )}
    </Page>
  )
}

/** A choice that is complete enough to be asked for. */
export type CompleteChoice = SeatChoice & {
  readonly pool: string
  readonly day: string
  readonly time: string
}

function ChosenSummary(props: { readonly choice: CompleteChoice }) {
  const { choice } = props
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const words = messages.summary
  const here = useRouterState({ select: (state) => state.location.href })
  const { data: me } = useSuspenseQuery(trpc.identity.me.queryOptions())
  const { data: pools } = useSuspenseQuery(trpc.bookings.pools.queryOptions({ language }))
  const pool = pools.find(({ poolId, slug }) => choice.pool === poolId || choice.pool === slug)

  if (me.signedIn && (me.needsContacts || me.needsNotice)) {
    return <Redirect href={paths.firstAccess(here)} />
  }
  if (!pool) return <MissingChoice />
  return (
    <div className="row">
      <div className="col-lg-8">
        <PageHeading title={words.title} />
        {me.signedIn ? (
          <ConfirmBooking choice={choice} pool={pool}>
            <p className="lead">{words.lead}</p>
            <SummaryFacts choice={choice} pool={pool} me={me} />
          </ConfirmBooking>
        ) : (
          <>
            <p className="lead">{words.lead}</p>
            <SummaryFacts choice={choice} pool={pool} me={undefined} />
            <section className="om-aside" aria-labelledby="entra">
              <h2 id="entra" className="h3">
                {words.signInTitle}
              </h2>
              <p>{words.signInText}</p>
              <ButtonLink href={paths.signIn(here)}>{words.signIn}</ButtonLink>
            </section>
          </>
        )}
      </div>
    </div>
  )
}

function MissingChoice() {
  const { summary: words } = useMessages()
  return (
    <>
      <PageHeading title={words.title} />
      <EmptyState title={words.missing}>
        <p>{words.missingText}</p>
        <ButtonLink href={paths.seats()}>{words.choose}</ButtonLink>
      </EmptyState>
    </>
  )
}
