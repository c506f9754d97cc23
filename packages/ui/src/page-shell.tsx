import type { ReactNode } from 'react'
import { MainNav, type NavItem } from './main-nav.tsx'
import { Link } from './link.tsx'
import { SiteFooter, type SiteFooterContent } from './site-footer.tsx'

export type PageShellWords = {
  readonly skipToContent: string
  readonly skipToFooter: string
  readonly menu: string
  readonly mainNav: string
}

/** Every page of an application: skip links, who it belongs to, its name, its navigation, the page, its footer. */
export function PageShell(props: {
  readonly words: PageShellWords
  readonly owner: { readonly name: string; readonly href: string; readonly label: string }
  /** Language and sign-in, at the right of the slim bar. */
  readonly tools: ReactNode
  readonly brand: {
    readonly title: string
    readonly tagline: string
    readonly emblem: string
    readonly href: string
  }
  readonly nav: readonly NavItem[]
  readonly ownerNav?: { readonly label: string; readonly items: readonly NavItem[] }
  /** A sentence over everything, on an installation whose people are invented. */
  readonly banner?: string | undefined
  readonly footer: SiteFooterContent
  readonly children: ReactNode
}) {
  return (
    <>
      <div className="skiplinks">
        <a className="visually-hidden-focusable" href="#contenuto">
          {props.words.skipToContent}
        </a>
        <a className="visually-hidden-focusable" href="#piede">
          {props.words.skipToFooter}
        </a>
      </div>
      <header className="it-header-wrapper">
        {props.banner && <p className="om-banner">{props.banner}</p>}
        <div className="it-header-slim-wrapper">
          <div className="container">
            <div className="it-header-slim-wrapper-content">
              <a className="navbar-brand" href={props.owner.href} aria-label={props.owner.label}>
                {props.owner.name}
              </a>
              <div className="it-header-slim-right-zone">{props.tools}</div>
            </div>
          </div>
        </div>
        <MainNav
          words={props.words}
          items={props.nav}
          ownerNav={props.ownerNav}
          brand={
            <div className="it-brand-wrapper">
              <Link href={props.brand.href}>
                <img className="om-emblem" src={props.brand.emblem} alt="" width="56" height="56" />
                <span className="it-brand-text">
                  <span className="it-brand-title">{props.brand.title}</span>
                  <span className="it-brand-tagline">{props.brand.tagline}</span>
                </span>
              </Link>
            </div>
          }
        />
      </header>
      <main id="contenuto" tabIndex={-1}>
        {props.children}
      </main>
      <SiteFooter {...props.footer} />
    </>
  )
}
