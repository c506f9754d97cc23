import { Icon } from '@officine/ui/icon'
import { Link } from '@officine/ui/link'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { CallBadge } from './calls/call-badge.tsx'
import { useMessages } from './language.tsx'
import { hrefOf, isCurrent, railGroups, railPagesFor } from './rail-pages.ts'
import type { SignedIn } from './town.ts'

/** The pages of the desk in their groups: a column at the left, and under 992 px a menu that opens from one button. */
export function Rail(props: { readonly me: SignedIn }) {
  const messages = useMessages()
  const words = messages.shell
  const path = useRouterState({ select: (state) => state.location.pathname })
  // Open on one page only: whichever way another is reached, the menu does not stay over it.
  const [openOn, setOpenOn] = useState<string>()
  const isOpen = openOn === path
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const pages = railPagesFor(props.me)
  const current = pages.find((page) => isCurrent(page, path))
  useEffect(() => {
    if (!isOpen) return
    const onEscape = (press: KeyboardEvent) => {
      if (press.key !== 'Escape') return
      setOpenOn(undefined)
      button.current?.focus()
    }
    document.addEventListener('keydown', onEscape)
    return () => document.removeEventListener('keydown', onEscape)
  }, [isOpen])
  return (
    <nav className="om-rail" aria-label={words.desk}>
      <button
        ref={button}
        type="button"
        className="om-rail-menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpenOn(isOpen ? undefined : path)}
      >
        <Icon name={isOpen ? 'close' : 'menu'} />
        {words.menu}
        {current && <span className="fw-normal">{current.label(messages)}</span>}
      </button>
      <div id={id} className={isOpen ? 'om-rail-pages om-rail-open' : 'om-rail-pages'}>
        {railGroups.map((group) => {
          const inGroup = pages.filter((page) => page.group === group)
          if (inGroup.length === 0) return null
          return (
            <div key={group} className="om-rail-group">
              <p id={`${id}-${group}`}>{words.groups[group]}</p>
              <ul className="link-list" aria-labelledby={`${id}-${group}`}>
                {inGroup.map((page) => (
                  <li key={page.pattern}>
                    <Link
                      href={hrefOf(page)}
                      className={page === current ? 'active' : undefined}
                      aria-current={page === current ? 'page' : undefined}
                      onClick={() => setOpenOn(undefined)}
                    >
                      {page.label(messages)}
                      {page.badge === 'calls' && <CallBadge />}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
    </nav>
  )
}
