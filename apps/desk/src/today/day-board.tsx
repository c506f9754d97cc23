import type { ReactNode } from 'react'
import { useMessages } from '../language.tsx'
import { countsOf, freeNow } from './day-bars.ts'
import type { Day, Moment, DeskBooking, PoolOfDay } from './day.ts'
import { Legend } from './legend.tsx'
import { Timeline } from './timeline.tsx'

/** The whole day: each pool with its places, what needs a person beside the first, then what the shapes say. */
export function DayBoard(props: {
  readonly day: Day
  readonly moment: Moment
  readonly onOpen: (booking: DeskBooking) => void
  readonly aside: ReactNode
}) {
  const { day } = props
  const [first, ...others] = day.pools.map((pool) => <PoolDay key={pool.poolId} {...props} pool={pool} />)
  return (
    <>
      <div className="row">
        {props.aside && <div className="col-xl-3 om-side order-xl-last pb-4">{props.aside}</div>}
        <div className={props.aside ? 'col-xl-9 pe-xl-4' : 'col-12'}>{first}</div>
      </div>
      {others}
      {day.pools.some((pool) => pool.closedBecause === undefined) && <Legend />}
    </>
  )
}

function PoolDay(props: {
  readonly day: Day
  readonly pool: PoolOfDay
  readonly moment: Moment
  readonly onOpen: (booking: DeskBooking) => void
}) {
  const { today: words } = useMessages()
  const { day, pool, moment } = props
  return (
    <section className="om-pool-day" aria-labelledby={`pool-${pool.poolId}`}>
      <h2 id={`pool-${pool.poolId}`}>
        {pool.name}
        {moment.isToday && pool.cells.length > 0 && (
          <small>{words.freeNow(freeNow(pool, moment), pool.units.length)}</small>
        )}
      </h2>
      <Timeline day={day} pool={pool} moment={moment} onOpen={props.onOpen} />
    </section>
  )
}

/** How many are in, late and expected: each of them is a bar below. */
export function DayCounts(props: { readonly day: Day; readonly moment: Moment }) {
  const { today: words } = useMessages()
  return (
    <dl className="om-kpi">
      {countsOf(props.day, props.moment).map(({ as, count }) => (
        <div key={as}>
          <dt>{words.counts[as](count)}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
