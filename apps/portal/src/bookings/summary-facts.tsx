import { alongLines } from '@officine/ui/along'
import { capitalized, dayText } from '@officine/ui/calendar-days'
import { Link } from '@officine/ui/link'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import { paths } from '../paths.ts'
import { type Citizen, useTown } from '../town.ts'
import { useTRPC } from '../trpc.ts'
import { Lines } from './choice-summary.tsx'
import type { Pool } from './pool.ts'
import { timeOf } from './slot-words.ts'
import type { CompleteChoice } from './summary-page.tsx'
import { useCompanions } from './use-companions.ts'

/** The request in plain text: who, when, where, how much, how we reach them. */
export function SummaryFacts(props: {
  readonly choice: CompleteChoice
  readonly pool: Pool
  readonly me: Citizen | undefined
}) {
  const { choice, pool, me } = props
  const trpc = useTRPC()
  const town = useTown()
  const { language, messages } = useLanguage()
  const { seats, summary: words, along: alongWords } = messages
  const here = useRouterState({ select: (state) => state.location.href })
  const { data } = useSuspenseQuery(
    trpc.bookings.whatIsFree.queryOptions({ poolId: pool.poolId, from: choice.day, days: 1, language }),
  )
  const slot = data.days[0]?.slots.find((each) => timeOf(each) === choice.time)
  const [from = '', to = ''] = choice.time.split('-')
  const companions = useCompanions(choice.along && { poolId: pool.poolId, day: choice.day, from, to })
  const along = alongLines(choice.along ?? [], companions, alongWords)
  const unit = pool.units.find(({ unitId }) => unitId === choice.unit)
  const cost = town.services.find(({ poolId }) => poolId === pool.poolId)?.cost
  const change = paths.seats(choice)
  const when = `${capitalized(data.days[0]?.label ?? dayText(choice.day, language))}, ${slot?.label ?? choice.time}`
  return (
    <dl className="om-facts om-facts-edit mb-4">
      {me && <Row term={words.who} detail={`${me.givenName} ${me.familyName}`} more={me.fiscalCodeMasked} />}
      <Row term={words.when} detail={when} href={change} />
      <Row
        term={words.where}
        detail={town.site?.name ?? town.institutionName}
        more={town.site && `${town.site.address}, ${town.site.locality}`}
      />
      <Row
        term={pool.units.length > 1 ? words.seat : seats.pool}
        detail={unit?.label ?? (pool.units.length > 1 ? seats.anySeat : pool.name)}
        href={change}
      />
      {choice.people !== undefined && (
        <Row term={alongWords.howMany} detail={alongWords.people(choice.people)} href={change} />
      )}
      {along.length > 0 && <Row term={alongWords.together} detail={<Lines lines={along} />} href={change} />}
      {cost !== undefined && <Row term={words.cost} detail={cost} />}
      {me && (
        <Row
          term={words.reach}
          detail={[me.email, me.phone].filter(Boolean).join(', ')}
          href={paths.contacts(here)}
        />
      )}
    </dl>
  )
}

function Row(props: {
  readonly term: string
  readonly detail: ReactNode
  readonly more?: string | undefined
  readonly href?: string
}) {
  const { summary: words } = useLanguage().messages
  return (
    <div>
      <dt>{props.term}</dt>
      <dd className="text-break">
        {props.detail}
        {props.more && <span className="d-block fw-normal text-secondary">{props.more}</span>}
      </dd>
      {props.href && (
        <dd className="om-edit">
          <Link className="om-tap" href={props.href}>
            {words.change}
            <span className="visually-hidden"> {props.term}</span>
          </Link>
        </dd>
      )}
    </div>
  )
}
