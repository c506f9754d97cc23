import { EuropeanFlag } from './european-flag.tsx'
import { Link } from './link.tsx'
import type { NavItem } from './main-nav.tsx'

export type SiteFooterContent = {
  readonly title: string
  readonly lines: readonly string[]
  readonly columns: readonly { readonly title: string; readonly links: readonly NavItem[] }[]
  /** Who pays. Where the Union does, as Regulation (EU) 2021/1060 asks: the emblem with its statement, then the programme and the State. */
  readonly funding: {
    readonly european?: { readonly flag: string; readonly statement: readonly string[] }
    readonly others: readonly string[]
  }
  readonly legal: { readonly label: string; readonly links: readonly NavItem[] }
}

/** Whose page it is, how to reach them, who pays, and the pages the law asks for. */
export function SiteFooter(props: SiteFooterContent) {
  return (
    <footer className="it-footer" id="piede" tabIndex={-1}>
      <div className="it-footer-main">
        <div className="container">
          <div className="row">
            <div className="col-lg-4 pb-4">
              <h2>{props.title}</h2>
              {props.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            {props.columns.map((column) => (
              <div className="col-sm-6 col-lg-4 pb-4" key={column.title}>
                <h2>{column.title}</h2>
                <FooterLinks links={column.links} />
              </div>
            ))}
          </div>
          <div className="om-funds">
            {props.funding.european && (
              <span>
                <EuropeanFlag label={props.funding.european.flag} />
                <span className="om-funds-lines">
                  {props.funding.european.statement.map((line) => (
                    <span key={line}>{line}</span>
                  ))}
                </span>
              </span>
            )}
            {props.funding.others.map((other) => (
              <span key={other}>{other}</span>
            ))}
          </div>
        </div>
      </div>
      <div className="it-footer-small-prints">
        <div className="container">
          <ul aria-label={props.legal.label}>
            {props.legal.links.map((link) => (
              <li key={link.label}>
                <Link href={link.href} data-element={link.element}>
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </footer>
  )
}

function FooterLinks(props: { readonly links: readonly NavItem[] }) {
  return (
    <ul className="footer-list">
      {props.links.map((link) => (
        <li key={link.label}>
          <Link className="text-break" href={link.href} data-element={link.element}>
            {link.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
