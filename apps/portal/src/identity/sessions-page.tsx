import { Button } from '@officine/ui/button'
import { Tag } from '@officine/ui/tag'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { AreaNav } from '../area-nav.tsx'
import { useLanguage } from '../language.tsx'
import { Page, PageHeading } from '../page.tsx'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { useTRPC } from '../trpc.ts'

/** The devices signed in with this person's name, and how to close one. */
export function SessionsPage() {
  return <SignedIn>{() => <Sessions />}</SignedIn>
}

function Sessions() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { language, messages } = useLanguage()
  const { area, identity: words } = messages
  const { data: sessions } = useSuspenseQuery(trpc.identity.sessions.queryOptions({ language }))
  const end = useMutation(
    trpc.identity.endSession.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.identity.sessions.pathFilter()),
    }),
  )
  return (
    <Page title={words.sessionsTitle} above={[{ label: area.title, href: paths.area() }]}>
      <PageHeading title={words.sessionsTitle} />
      <AreaNav />
      <p className="lead">{words.sessionsLead}</p>
      <output className="d-block fw-semibold mb-3">{end.data?.ended ? words.ended : ''}</output>
      <table className="table om-stack">
        <caption className="visually-hidden">{words.sessionsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.device}</th>
            <th scope="col">{words.started}</th>
            <th scope="col">{words.lastSeen}</th>
            <th scope="col">
              <span className="visually-hidden">{words.end}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.sessionId}>
              <th scope="row">{session.device}</th>
              <td data-l={words.started}>{session.startedAtLabel}</td>
              <td data-l={words.lastSeen}>{session.lastSeenAtLabel}</td>
              <td>
                {session.isCurrent ? (
                  <Tag tone="accent">{words.current}</Tag>
                ) : (
                  <Button
                    look="outline"
                    isSmall
                    aria-label={words.endOf(session.device)}
                    onClick={() => end.mutate({ sessionId: session.sessionId })}
                  >
                    {words.end}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  )
}
