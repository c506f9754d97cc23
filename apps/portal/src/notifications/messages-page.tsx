import { Link } from '@officine/ui/link'
import { useSuspenseQuery } from '@tanstack/react-query'
import { AreaNav } from '../area-nav.tsx'
import { useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { type Outputs, useTRPC } from '../trpc.ts'
import { EmailState } from './email-state.tsx'
import { WishesForm } from './wishes-form.tsx'

export type Preferences = Outputs['notifications']['preferences']

/** How a person is told about their bookings: which messages, by which way, and whether their address answers. */
export function MessagesPage() {
  return <SignedIn>{() => <OwnMessages />}</SignedIn>
}

function OwnMessages() {
  const trpc = useTRPC()
  const { area, messages: words } = useMessages()
  const { data: preferences } = useSuspenseQuery(trpc.notifications.preferences.queryOptions())
  return (
    <Page title={words.title} above={[{ label: area.title, href: paths.area() }]}>
      <PageHeading title={words.title} />
      <AreaNav />
      <div className="row">
        <div className="col-lg-8">
          <p className="lead">{words.lead}</p>
          <section className="mb-5" aria-labelledby="indirizzo">
            <h2 id="indirizzo">{words.address}</h2>
            <EmailState email={preferences.email} />
            <p>
              <Link className="om-tap" href={paths.contacts(paths.messages())}>
                {words.changeContacts}
              </Link>
            </p>
          </section>
          <WishesForm preferences={preferences} />
        </div>
      </div>
    </Page>
  )
}
