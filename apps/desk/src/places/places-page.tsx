import { EmptyState } from '@officine/ui/empty-state'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import { type Declared, DeclareOutage } from './declare-outage.tsx'
import { EndOutage } from './end-outage.tsx'
import { OutageDeclared } from './outage-declared.tsx'
import { PlaceRow } from './place-row.tsx'

export type Outages = Outputs['desk']['outages']
export type Place = Outages['pools'][number]['places'][number]
export type Outage = Place['outages'][number]

type Asking =
  | { readonly kind: 'declare'; readonly place: Place }
  | { readonly kind: 'end'; readonly place: Place; readonly outage: Outage }

type Answer =
  | { readonly kind: 'declared'; readonly place: Place; readonly declared: Declared }
  | { readonly kind: 'ended'; readonly place: Place }

/** Every place, pool by pool: in order or not, until when and why, and which bookings wait for somebody to decide. */
export function PlacesPage() {
  const { language, messages } = useLanguage()
  const { places: words } = messages
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(
    trpc.desk.outages.queryOptions({ language }, { refetchInterval: 30_000, staleTime: 0 }),
  )
  const [asking, setAsking] = useState<Asking>()
  const [answer, setAnswer] = useState<Answer>()
  const finish = (given: Answer) => {
    setAsking(undefined)
    setAnswer(given)
  }
  const outNow = data.pools.flatMap(({ places }) =>
    places.filter(({ outages }) => outages.some(({ isNow }) => isNow)),
  )
  return (
    <>
      <PageHeading title={words.title} />
      <p className="text-secondary">{words.lead}</p>
      <output className="lead d-block mb-3">
        {answer?.kind === 'ended' ? words.backAgain(answer.place.label) : words.outNow(outNow.length)}
      </output>
      {answer?.kind === 'declared' && (
        <OutageDeclared
          key={answer.declared.outageId}
          placeLabel={answer.place.label}
          declared={answer.declared}
          onClose={() => setAnswer(undefined)}
        />
      )}
      {data.pools.length === 0 && (
        <EmptyState title={words.noPlaces}>
          <p className="mb-0">{words.noPlacesText}</p>
        </EmptyState>
      )}
      {data.pools.map((pool) => (
        <section key={pool.poolId} className="om-pool-day" aria-labelledby={`posti-${pool.poolId}`}>
          <h2 id={`posti-${pool.poolId}`}>{pool.name}</h2>
          <ul className="om-rows">
            {pool.places.map((place) => (
              <PlaceRow
                key={place.unitId}
                place={place}
                onDeclare={() => setAsking({ kind: 'declare', place })}
                onEnd={(outage) => setAsking({ kind: 'end', place, outage })}
              />
            ))}
          </ul>
        </section>
      ))}
      <DeclareOutage
        place={asking?.kind === 'declare' ? asking.place : undefined}
        today={data.today}
        onDeclared={(place, declared) => finish({ kind: 'declared', place, declared })}
        onClose={() => setAsking(undefined)}
      />
      <EndOutage
        asked={asking?.kind === 'end' ? asking : undefined}
        onEnded={(place) => finish({ kind: 'ended', place })}
        onClose={() => setAsking(undefined)}
      />
    </>
  )
}
