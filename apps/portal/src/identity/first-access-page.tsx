import { Button } from '@officine/ui/button'
import { ErrorSummary, type FieldError } from '@officine/ui/error-summary'
import { Link } from '@officine/ui/link'
import { Notice } from '@officine/ui/notice'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter, useRouterState, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { FaultMessage } from '../fault-page.tsx'
import { useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths, readBack } from '../paths.ts'
import { type Citizen, useTown } from '../town.ts'
import { useTRPC } from '../trpc.ts'
import { ContactsFields, readContacts } from './contacts-fields.tsx'
import { describeContactsRefusal } from './describe-contacts-refusal.ts'
import { WhoYouAre } from './who-you-are.tsx'

/** The first visit: how to reach the person, and the notice about their data. Then back to what they were doing. */
export function FirstAccessPage() {
  const trpc = useTRPC()
  const { identity: words } = useMessages()
  const here = useRouterState({ select: (state) => state.location.href })
  const { data: me } = useSuspenseQuery(trpc.identity.me.queryOptions())
  return (
    <Page title={words.firstTitle}>
      {me.signedIn ? (
        <FirstAccessForm me={me} />
      ) : (
        <FaultMessage
          failure={{ kind: 'signed-out' }}
          onRetry={() => window.location.assign(paths.signIn(here))}
        />
      )}
    </Page>
  )
}

function FirstAccessForm(props: { readonly me: Citizen }) {
  const { me } = props
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const messages = useMessages()
  const words = messages.identity
  const town = useTown()
  const back = readBack(useSearch({ strict: false }))
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const saveContacts = useMutation(trpc.identity.saveContacts.mutationOptions())
  const acceptNotice = useMutation(trpc.identity.acceptNotice.mutationOptions())
  const isWorking = saveContacts.isPending || acceptNotice.isPending

  async function proceed(form: HTMLFormElement) {
    setErrors([])
    if (me.needsContacts) {
      const contacts = await saveContacts.mutateAsync(readContacts(form))
      if (!contacts.saved) {
        setErrors([describeContactsRefusal(contacts.refusal, words)])
        return
      }
    }
    const notice = await acceptNotice.mutateAsync({ version: town.privacyNotice.version })
    await queryClient.invalidateQueries(trpc.identity.me.pathFilter())
    if (notice.accepted) await router.navigate({ href: back, replace: true })
    else await queryClient.invalidateQueries(trpc.town.current.pathFilter())
  }

  const isOutdated = acceptNotice.data?.accepted === false
  const hasFailed = !isWorking && (saveContacts.isError || acceptNotice.isError)
  return (
    <div className="row">
      <div className="col-lg-7">
        <PageHeading title={words.firstTitle} />
        <p className="lead">{words.firstLead}</p>
        {isOutdated && (
          <Notice title={words.notice} takesFocus>
            <p>{words.outdated}</p>
          </Notice>
        )}
        {hasFailed && (
          <Notice title={messages.faults.title} takesFocus>
            <p>{words.failed}</p>
          </Notice>
        )}
        <ErrorSummary title={words.errors(errors.length)} errors={errors} />
        <WhoYouAre me={me} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            // A failure is shown from the mutations' own state, above.
            proceed(event.currentTarget).catch(() => undefined)
          }}
        >
          {me.needsContacts && <ContactsFields me={me} errors={errors} />}
          <section className="mb-4" aria-labelledby="dati">
            <h2 id="dati">{words.notice}</h2>
            <p>{words.noticeText(town.institutionName)}</p>
            <p>
              <Link href={paths.privacy()} target="_blank">
                {words.noticeLink}
              </Link>
            </p>
            <p className="small text-secondary">{words.noticeVersion(town.privacyNotice.version)}</p>
          </section>
          <Button type="submit" workingLabel={isWorking ? words.saving : undefined}>
            {words.accept}
          </Button>
        </form>
      </div>
    </div>
  )
}
