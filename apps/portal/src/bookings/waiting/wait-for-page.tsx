import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouterState, useSearch } from '@tanstack/react-router'
import { useLanguage } from '../../language.tsx'
import { Page, PageHeading } from '../../page.tsx'
import { paths, readChoice } from '../../paths.ts'
import { Redirect } from '../../redirect.tsx'
import { SignedIn } from '../../signed-in.tsx'
import { useTRPC } from '../../trpc.ts'
import { SummaryFacts } from '../summary-facts.tsx'
import { JoinWait } from './join-wait.tsx'

/** A time that is full, and the way onto its list: what is asked for stands in the address. */
export function WaitForPage() {
  const { language, messages } = useLanguage()
  const words = messages.waiting
  const trpc = useTRPC()
  const here = useRouterState({ select: (state) => state.location.href })
  const choice = readChoice(useSearch({ strict: false }))
  const { data: pools } = useSuspenseQuery(trpc.bookings.pools.queryOptions({ language }))
  const { day, time } = choice
  const pool = pools.find(({ poolId, slug }) => choice.pool === poolId || choice.pool === slug)
  if (!pool || !day || !time) return <Redirect href={paths.seats()} />
  const wished = { ...choice, pool: pool.poolId, day, time, unit: undefined }
  return (
    <Page title={words.joinTitle} above={[{ label: messages.seats.title, href: paths.seats(choice) }]}>
      <SignedIn>
        {(me) =>
          me.needsContacts || me.needsNotice ? (
            <Redirect href={paths.firstAccess(here)} />
          ) : (
            <div className="row">
              <div className="col-lg-8">
                <PageHeading title={words.joinTitle} />
                <SummaryFacts choice={wished} pool={pool} me={me} />
                <JoinWait choice={wished} />
              </div>
            </div>
          )
        }
      </SignedIn>
    </Page>
  )
}
