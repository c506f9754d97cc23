import { Icon } from '@officine/ui/icon'
import { Link } from '@officine/ui/link'
import { OfflineNotice } from '@officine/ui/offline-notice'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import { type Language, loadMessages, useLanguage } from './language.tsx'
import { base, paths } from './paths.ts'
import { KeepPresent } from './present/keep-present.tsx'
import { Rail } from './rail.tsx'
import { ShortcutHelp } from './shortcut-help.tsx'
import { SecondFactorDialog } from './second-factor/second-factor-dialog.tsx'
import { findAtWork, type Town, useMe, useTown } from './town.ts'
import { useTRPC } from './trpc.ts'

/** The frame of every page of the desk: a slim bar, the pages at the left, the work. */
export function Shell(props: { readonly children: ReactNode }) {
  const { messages } = useLanguage()
  const words = messages.shell
  const town = useTown()
  const atWork = findAtWork(useMe())
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const openHelp = useCallback(() => setIsHelpOpen(true), [])
  return (
    <>
      <div className="skiplinks">
        <a className="visually-hidden-focusable" href="#contenuto">
          {words.skipToContent}
        </a>
      </div>
      <header className="it-header-wrapper">
        {town.isDevelopment && <p className="om-banner">{words.development}</p>}
        <div className="it-header-slim-wrapper">
          <div className="container-fluid px-3 px-lg-4">
            <div className="it-header-slim-wrapper-content">
              <span className="text-white fw-semibold om-town">
                {town.name} <span className="fw-normal d-none d-sm-inline">· {words.desk}</span>
              </span>
              <div className="it-header-slim-right-zone">
                <Tools town={town} onHelp={openHelp} />
              </div>
            </div>
          </div>
        </div>
      </header>
      <OfflineNotice text={words.offline} />
      <div className={atWork ? 'om-desk' : undefined}>
        {atWork && <Rail me={atWork} />}
        {atWork && <KeepPresent />}
        <main className="om-work" id="contenuto" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <SecondFactorDialog />
      {atWork && (
        <ShortcutHelp
          me={atWork}
          isOpen={isHelpOpen}
          onOpen={openHelp}
          onClose={() => setIsHelpOpen(false)}
        />
      )}
    </>
  )
}

function Tools(props: { readonly town: Town; readonly onHelp: () => void }) {
  const { language, messages, choose } = useLanguage()
  const trpc = useTRPC()
  const me = useMe()
  const words = messages.shell
  const signOut = useMutation(
    trpc.identity.signOut.mutationOptions({
      // A whole new load: nothing of this shift stays in memory for the next person at the same screen.
      onSuccess: () => window.location.assign(`${base}/`),
    }),
  )
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
            <span className="d-none d-lg-inline">{languageNames[other]}</span>
            <span className="d-lg-none" aria-hidden="true">
              {other.toUpperCase()}
            </span>
            <span className="visually-hidden d-lg-none">{languageNames[other]}</span>
          </button>
        ),
      )}
      {findAtWork(me) && (
        <button type="button" className="om-tool" onClick={props.onHelp}>
          <span className="d-none d-sm-inline">{messages.help.open}</span>
          <span className="d-sm-none" aria-hidden="true">
            ?
          </span>
          <span className="visually-hidden d-sm-none">{messages.help.open}</span>
        </button>
      )}
      <a href={paths.portal()} className="d-none d-md-inline-flex">
        {words.seePortal}
      </a>
      {me.signedIn && (
        <>
          {findAtWork(me) ? (
            <Link href={paths.access()} className="om-tool gap-2">
              <Icon name="person" />
              <span className="d-none d-md-inline">
                {me.givenName} {me.familyName}
              </span>
              <span className="visually-hidden">{messages.secondFactor.accessTitle}</span>
            </Link>
          ) : (
            <span className="text-white d-none d-md-inline-flex align-items-center gap-2 small">
              <Icon name="person" />
              {me.givenName} {me.familyName}
            </span>
          )}
          <button type="button" className="om-tool" onClick={() => signOut.mutate()}>
            {words.signOut}
          </button>
        </>
      )}
    </>
  )
}

const languageNames: Record<Language, string> = { it: 'Italiano', en: 'English' }

function isSpoken(language: string): language is Language {
  return language in languageNames
}
