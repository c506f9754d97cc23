import { Button, ButtonLink } from '@officine/ui/button'
import { capitalized } from '@officine/ui/calendar-days'
import { ConfirmDialog } from '@officine/ui/confirm-dialog'
import { EmptyState } from '@officine/ui/empty-state'
import { Facts } from '@officine/ui/facts'
import { Link } from '@officine/ui/link'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../../language.tsx'
import { Page, PageHeading } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { SignedIn } from '../../signed-in.tsx'
import { type Outputs, useTRPC } from '../../trpc.ts'

type Wait = Outputs['bookings']['myWaits'][number]

/** One wait: where the person stands, why, what happens when a place comes free, and the way out. */
export function WaitPage() {
  return <SignedIn>{() => <OwnWait />}</SignedIn>
}

function OwnWait() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { area, booking, rules, waiting: words } = messages
  const { waitId = '' } = useParams({ strict: false })
  const { data } = useSuspenseQuery(trpc.bookings.myWaits.queryOptions({ language }))
  const wait = data.find((each) => each.waitId === waitId)
  const above = [{ label: area.title, href: paths.area() }]
  if (!wait)
    return (
      <Page title={words.list} above={above}>
        <EmptyState title={words.over}>
          <ButtonLink href={paths.area()}>{area.title}</ButtonLink>
        </EmptyState>
      </Page>
    )
  const when = booking.when(capitalized(wait.dayLabel), wait.timeLabel)
  const isWaiting = wait.status === 'waiting'
  return (
    <Page title={isWaiting ? words.title : words.list} above={above}>
      <div className="row">
        <div className="col-lg-8 pb-5 pe-lg-5">
          <PageHeading title={isWaiting ? words.title : words.list} />
          <p className="lead">
            {wait.status === 'waiting'
              ? wait.place && words.position(wait.place.position)
              : words.ended[wait.status]}
          </p>
          <p className="om-when mb-1">{when}</p>
          <p className="mb-4">
            {[wait.poolName, ...wait.along].join(', ')}
            {wait.people > 1 && `, ${messages.along.people(wait.people)}`}
          </p>
          {isWaiting && <Why wait={wait} />}
          {isWaiting ? <Leave waitId={waitId} when={when} /> : <NextStep wait={wait} />}
        </div>
        {isWaiting && (
          <div className="col-lg-4 pb-5">
            <section className="om-aside" aria-labelledby="come">
              <h2 id="come" className="h4">
                {words.ifFree}
              </h2>
              <Facts
                facts={[
                  ...(wait.givenUntilLabel === undefined
                    ? []
                    : [{ term: words.until(wait.givenUntilLabel), detail: words.given }]),
                  {
                    term: (wait.givenUntilLabel === undefined ? words.until : words.after)(wait.stopsAtLabel),
                    detail: words.offered(wait.replyHours, wait.quietLabel),
                  },
                  { term: words.orNot, detail: words.orNotText },
                  { term: words.askedAt, detail: wait.askedAtLabel },
                ]}
              />
              <Link className="om-tap" href={paths.rules()}>
                {rules.title}
              </Link>
            </section>
          </div>
        )}
      </div>
    </Page>
  )
}

function Why(props: { readonly wait: Wait }) {
  const { waiting: words } = useLanguage().messages
  const { place } = props.wait
  if (!place) return null
  const { position, aheadWithFewerUses, aheadByAsking, firstWithUses, recentUse, days } = place
  return (
    <section className="mb-4" aria-labelledby="perche">
      <h2 id="perche">{words.why}</h2>
      <p>{position === 1 ? words.first : words.ahead(aheadWithFewerUses, aheadByAsking, days ?? 0)}</p>
      {days !== undefined && (
        <p>
          {words.uses(recentUse, days)} {firstWithUses !== undefined && words.would(firstWithUses)}
        </p>
      )}
    </section>
  )
}

function NextStep(props: { readonly wait: Wait }) {
  const { seats, waiting: words } = useLanguage().messages
  const { bookingId, status, poolId } = props.wait
  if (bookingId !== undefined && (status === 'given' || status === 'offered'))
    return (
      <ButtonLink href={paths.booking(bookingId)}>
        {status === 'offered' ? words.offers : seats.seeBooking}
      </ButtonLink>
    )
  return <ButtonLink href={paths.seats({ pool: poolId })}>{seats.title}</ButtonLink>
}

function Leave(props: { readonly waitId: string; readonly when: string }) {
  const { waiting: words } = useLanguage().messages
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const leave = useMutation(
    trpc.bookings.stopWaiting.mutationOptions({
      onSettled: () => {
        setIsAsking(false)
        return queryClient.invalidateQueries(trpc.bookings.pathFilter())
      },
    }),
  )
  return (
    <>
      <Button look="danger" onClick={() => setIsAsking(true)}>
        {words.leave}
      </Button>
      <output className="d-block mt-3 fw-semibold">{leave.error ? words.failed : ''}</output>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.leaveTitle}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button
              onClick={() => leave.mutate({ waitId: props.waitId })}
              workingLabel={leave.isPending ? words.working : undefined}
            >
              {words.leaveYes}
            </Button>
            <Button look="outline" onClick={() => setIsAsking(false)}>
              {words.stay}
            </Button>
          </>
        }
      >
        <p>
          <strong>{props.when}</strong>
        </p>
        <p className="mb-0">{words.leaveText}</p>
      </ConfirmDialog>
    </>
  )
}
