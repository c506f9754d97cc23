import { Button } from '@officine/ui/button'
import { EmptyState } from '@officine/ui/empty-state'
import { Icon } from '@officine/ui/icon'
import { LoadingPlate } from '@officine/ui/loading-plate'
import { useEffect, useState } from 'react'
import { FaultMessage } from '../fault-page.tsx'
import { useMessages } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { failureOf } from '../trpc.ts'
import { ageOf } from './age.ts'
import { PresentOnPaper } from './present-on-paper.tsx'
import { type Present, usePresent } from './use-present.ts'
import { VisitList } from './visit-list.tsx'

/** Who is in the building now: to count them, to find them, to walk them out. */
export function PresentPage() {
  const { present: words } = useMessages()
  const { data, error, dataUpdatedAt, refetch } = usePresent(true)
  const failure = error === null ? undefined : failureOf(error)
  // Names do not stay on the screen of somebody whose session, or role, is over; a network that is away takes nothing from it.
  if (failure && (!data || failure.kind === 'signed-out' || failure.kind === 'forbidden'))
    return <FaultMessage failure={failure} onRetry={() => void refetch()} />
  if (!data) return <LoadingPlate label={words.looking} />
  return (
    <>
      <div className="om-screen">
        <div className="om-day-head">
          <PageHeading title={words.title} />
          <Button look="outline" onClick={() => window.print()}>
            <Icon name="print" /> {words.print}
          </Button>
        </div>
        <Age answeredAt={dataUpdatedAt} nowLocal={data.nowLocal} />
        <Total present={data} />
        {data.pools.length === 0 ? (
          <EmptyState title={words.nobody}>
            <p className="mb-0">{words.nobodyText}</p>
          </EmptyState>
        ) : (
          data.pools.map((pool) => <VisitList key={pool.poolId} pool={pool} />)
        )}
      </div>
      <PresentOnPaper present={data} />
    </>
  )
}

/** The count read out in an evacuation, and how many more may be inside. */
function Total(props: { readonly present: Present }) {
  const { present: words } = useMessages()
  const { total, children, maybeInside } = props.present
  return (
    <div className="om-total" aria-live="polite" aria-atomic="true">
      <p className="om-result-title">{words.total(total)}</p>
      {children > 0 && <p>{words.ofWhomChildren(children)}</p>}
      {maybeInside > 0 && <p className="fw-semibold">{words.maybeInside(maybeInside)}</p>}
    </div>
  )
}

/** When the list was answered; how old it is, when no answer comes any more. */
function Age(props: { readonly answeredAt: number; readonly nowLocal: string }) {
  const { present: words, today } = useMessages()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const everySecond = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(everySecond)
  }, [])
  const age = ageOf(props.answeredAt, now)
  const at = today.time(props.nowLocal)
  if (!age) return <p className="text-secondary">{words.asOf(at)}</p>
  return (
    <output className="om-banner d-block">
      {/* The words of the minute are announced, not each second. */}
      {words.old(at, age.minutes)} <span aria-hidden="true">{words.seconds(age.seconds)}</span>
    </output>
  )
}
