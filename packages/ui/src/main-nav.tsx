import { type ReactNode, useState } from 'react'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export type NavItem = {
  readonly label: string
  readonly href: string
  readonly isCurrent?: boolean
  /** Name in the "data-element" contract of the model for municipal sites. */
  readonly element?: string
}

/** Brand and navigation; under 992 px the navigation opens from a button, in the flow of the page. */
export function MainNav(props: {
  readonly words: { readonly menu: string; readonly mainNav: string }
  readonly brand: ReactNode
  readonly items: readonly NavItem[]
  readonly ownerNav: { readonly label: string; readonly items: readonly NavItem[] } | undefined
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="it-nav-wrapper">
      <div className="it-header-center-wrapper">
        <div className="container">
          <div className="it-header-center-content-wrapper">
            {props.brand}
            <button
              type="button"
              className="om-menu"
              aria-expanded={isOpen}
              aria-controls="navigazione"
              onClick={() => setIsOpen(!isOpen)}
            >
              <Icon name={isOpen ? 'close' : 'menu'} />
              {props.words.menu}
            </button>
          </div>
        </div>
      </div>
      <nav
        className={isOpen ? 'om-nav navbar-expand-lg om-nav-open' : 'om-nav navbar-expand-lg'}
        id="navigazione"
        aria-label={props.words.mainNav}
      >
        <div className="container d-lg-flex align-items-center">
          <NavList items={props.items} onFollow={() => setIsOpen(false)} />
          {props.ownerNav && (
            <NavList
              items={props.ownerNav.items}
              label={props.ownerNav.label}
              onFollow={() => setIsOpen(false)}
            />
          )}
        </div>
      </nav>
    </div>
  )
}

function NavList(props: {
  readonly items: readonly NavItem[]
  readonly label?: string
  readonly onFollow: () => void
}) {
  return (
    <ul
      className={props.label ? 'navbar-nav flex-row om-ente' : 'navbar-nav flex-row'}
      aria-label={props.label}
    >
      {props.items.map((item) => (
        <li className="nav-item" key={item.label}>
          <Link
            className={item.isCurrent ? 'nav-link active' : 'nav-link'}
            href={item.href}
            aria-current={item.isCurrent ? 'page' : undefined}
            data-element={item.element}
            onClick={props.onFollow}
          >
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
