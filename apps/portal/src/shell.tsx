import { Icon } from '@officine/ui/icon'
import { Link } from '@officine/ui/link'
import { OfflineNotice } from '@officine/ui/offline-notice'
import { PageShell } from '@officine/ui/page-shell'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { footerOf } from './footer.ts'
import { isSpoken, languageNames, loadMessages, useLanguage } from './language.tsx'
import { paths } from './paths.ts'
import { SessionNotice } from './session-notice.tsx'
import { isAnythingBookable, type Town, useReader, useTown } from './town.ts'

/** The frame of every page of a town's portal. */
export function Shell(props: { readonly children: ReactNode }) {
  const { messages } = useLanguage()
  const words = messages.shell
  const town = useTown()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const { institutionName: owner, institutionUrl } = town
  return (
    <PageShell
      words={words}
      owner={{ name: owner, href: institutionUrl, label: words.ownerSite(owner) }}
      tools={<Tools town={town} />}
      brand={{
        title: town.portal.officeName,
        tagline: owner,
        emblem: town.emblem.url,
        href: paths.home(),
      }}
      nav={[
        // A page to book nothing from, and the rule that gives nothing out, are no use to anybody.
        ...(isAnythingBookable(town)
          ? [
              {
                label: words.book,
                href: paths.seats(),
                isCurrent: path.startsWith(paths.seats()),
                element: 'appointment-booking',
              },
              { label: words.howAssigned, href: paths.rules(), isCurrent: path === paths.rules() },
            ]
          : [{ label: words.services, href: `${paths.home()}#servizi`, isCurrent: false }]),
        { label: words.myArea, href: paths.area(), isCurrent: path.startsWith(paths.area()) },
      ]}
      ownerNav={{
        label: words.ownerNav,
        items: [
          { label: words.management, href: institutionUrl, element: 'management' },
          { label: words.news, href: institutionUrl, element: 'news' },
          { label: words.allServices, href: institutionUrl, element: 'all-services' },
          { label: words.live(town.name), href: institutionUrl, element: 'live' },
        ],
      }}
      banner={town.isDevelopment ? words.development : undefined}
      footer={footerOf(town, words)}
    >
      <OfflineNotice text={words.offline} />
      <SessionNotice />
      {props.children}
    </PageShell>
  )
}

function Tools(props: { readonly town: Town }) {
  const { language, messages, choose } = useLanguage()
  const reader = useReader()
  const location = useRouterState({ select: (state) => state.location.href })
  const words = messages.shell
  return (
    <>
      {props.town.languages.filter(isSpoken).map((other) =>
        other === language ? null : (
          <button
            key={other}
            type="button"
            className="om-tool"
            lang={other}
            onMouseEnter={() => void loadMessages(other)}
            onClick={() => void choose(other)}
          >
            <span className="d-none d-sm-inline">{languageNames[other]}</span>
            <span className="d-sm-none" aria-hidden="true">
              {other.toUpperCase()}
            </span>
            <span className="visually-hidden d-sm-none">{languageNames[other]}</span>
          </button>
        ),
      )}
      {reader && reader.roles.length > 0 && <a href={paths.desk()}>{words.desk}</a>}
      {reader ? (
        <Link href={paths.area()} data-element="personal-area">
          <Icon name="person" />
          <span>
            {reader.givenName}
            <span className="d-none d-sm-inline"> {reader.familyName}</span>
          </span>
        </Link>
      ) : (
        <a href={paths.signIn(location)} data-element="personal-area-login">
          <Icon name="person" />
          <span className="d-md-none">{words.signIn}</span>
          <span className="d-none d-md-inline">{words.signInLong}</span>
        </a>
      )}
    </>
  )
}
