import { Icon } from '@officine/ui/icon'
import { OfflineNotice } from '@officine/ui/offline-notice'
import { PageShell } from '@officine/ui/page-shell'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { loadMessages, useLanguage } from './language.tsx'
import { paths, patterns, readQuarter } from './paths.ts'
import { useTRPC } from './trpc.ts'

/** The frame of every page of the Region's dashboard. */
export function Shell(props: { readonly children: ReactNode }) {
  const { messages } = useLanguage()
  const words = messages.shell
  const { data: me } = useQuery(useTRPC().identity.me.queryOptions())
  const path = useRouterState({ select: (state) => state.location.pathname })
  const quarter = useRouterState({ select: (state) => readQuarter(state.location.search) })
  return (
    <PageShell
      words={words}
      owner={{ name: words.owner, href: 'https://www.regione.lazio.it', label: words.ownerLabel }}
      tools={<Tools />}
      brand={{
        title: words.brand,
        tagline: words.tagline,
        emblem: '/emblema.svg',
        href: paths.overview(),
      }}
      nav={[
        {
          label: words.overview,
          href: paths.overview(quarter),
          isCurrent: path === patterns.overview,
        },
        { label: words.towns, href: paths.towns(quarter), isCurrent: path.startsWith(patterns.towns) },
        { label: words.method, href: paths.method(), isCurrent: path === patterns.method },
      ]}
      banner={me?.isDevelopment ? words.sample : undefined}
      footer={{
        title: words.brand,
        lines: words.promise,
        columns: [],
        funding: {
          european: { flag: words.euFlag, statement: words.euStatement },
          others: words.funders,
        },
        legal: {
          label: words.legal,
          links: [{ label: words.method, href: paths.method() }],
        },
      }}
    >
      <OfflineNotice text={words.offline} />
      {props.children}
    </PageShell>
  )
}

function Tools() {
  const { language, messages, choose } = useLanguage()
  const trpc = useTRPC()
  const { data: me } = useQuery(trpc.identity.me.queryOptions())
  const words = messages.shell
  const other = language === 'it' ? 'en' : 'it'
  const signOut = useMutation(
    trpc.identity.signOut.mutationOptions({
      // A whole new load: nothing of this visit stays in memory for the next person at the same screen.
      onSuccess: () => window.location.assign('/'),
    }),
  )
  return (
    <>
      <button
        type="button"
        className="om-tool"
        lang={other}
        onMouseEnter={() => void loadMessages(other)}
        onClick={() => void choose(other)}
      >
        {other === 'it' ? 'Italiano' : 'English'}
      </button>
      {me?.signedIn && (
        <>
          <span className="text-white d-none d-md-inline-flex align-items-center gap-2 small">
            <Icon name="person" />
            {me.givenName} {me.familyName}
          </span>
          <button type="button" className="om-tool" onClick={() => signOut.mutate()}>
            {words.signOut}
          </button>
        </>
      )}
    </>
  )
}
