import { ButtonLink } from '@officine/ui/button'
import { Callout } from '@officine/ui/callout'
import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { FaultMessage } from '../fault-page.tsx'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { PageHeading } from '../page-heading.tsx'
import { paths } from '../paths.ts'
import { ReasonForm } from '../reason-form.tsx'
import { failureOf, useTRPC } from '../trpc.ts'
import { PersonRecord } from './person-record.tsx'

/** Somebody's record: closed until the desk says why, and each opening stays written where the person can ask for it. */
export function PersonPage() {
  const { personId = '' } = useParams({ strict: false })
  return <AskedRecord key={personId} personId={personId} />
}

function AskedRecord(props: { readonly personId: string }) {
  const { personId } = props
  const { language, messages } = useLanguage()
  const { record: words } = messages
  const trpc = useTRPC()
  const open = useMutation(trpc.desk.openRecord.mutationOptions())
  if (open.data) return <PersonRecord record={open.data} />

  const failure = open.error === null ? undefined : failureOf(open.error)
  if (failure?.kind === 'not-found') return <FaultMessage failure={failure} onRetry={() => open.reset()} />
  return (
    <div className="om-narrow">
      <PageHeading title={words.askTitle} leavesFocus />
      <Callout>
        <p>{words.logged}</p>
      </Callout>
      {open.error && <FaultNotice error={open.error} />}
      <ReasonForm
        label={words.why}
        hint={words.whyHint}
        action={words.open}
        workingLabel={open.isPending ? words.opening : undefined}
        onReason={(why) => open.mutate({ personId, why, language })}
        wayBack={
          <ButtonLink look="outline" href={paths.today()}>
            {words.back}
          </ButtonLink>
        }
      />
    </div>
  )
}
