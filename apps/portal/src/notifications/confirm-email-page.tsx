import { Button, ButtonLink } from '@officine/ui/button'
import { EmptyState } from '@officine/ui/empty-state'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMessages } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc.ts'
import { describeConfirmation } from './describe-verification.ts'

/** Where the link in a letter leads. A press confirms, not the opening: programs that read mail open links too. */
export function ConfirmEmailPage() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { messages: words } = useMessages()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const asked = search['codice']
  const code = typeof asked === 'string' && /^[\w-]{22,100}$/.test(asked) ? asked : undefined
  const confirm = useMutation(
    trpc.notifications.confirmEmail.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.notifications.pathFilter()),
    }),
  )
  return (
    <Page title={words.confirmTitle}>
      <PageHeading title={words.confirmTitle} />
      {code === undefined ? (
        <EmptyState title={words.noCode}>
          <p>{words.unknownLink}</p>
          <ButtonLink href={paths.messages()}>{words.toMessages}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          {!confirm.data?.confirmed && (
            <>
              <p className="lead">{words.confirmLead}</p>
              <Button
                onClick={() => confirm.mutate({ code })}
                workingLabel={confirm.isPending ? words.confirming : undefined}
              >
                {words.confirmYes}
              </Button>
            </>
          )}
          <output className="d-block my-3 fw-semibold">
            {confirm.data ? describeConfirmation(confirm.data, words) : confirm.isError ? words.failed : ''}
          </output>
          {confirm.data && <ButtonLink href={paths.messages()}>{words.toMessages}</ButtonLink>}
        </>
      )}
    </Page>
  )
}
