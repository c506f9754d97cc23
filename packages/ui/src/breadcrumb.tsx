import { Link } from './link.tsx'

export type Crumb = { readonly label: string; readonly href: string }

/** The way back: the pages above, then this one. */
export function Breadcrumb(props: {
  readonly label: string
  readonly above: readonly Crumb[]
  readonly current: string
}) {
  return (
    <nav className="breadcrumb-container" aria-label={props.label}>
      <ol className="breadcrumb" data-element="breadcrumb">
        {props.above.map((crumb) => (
          <li className="breadcrumb-item" key={crumb.href}>
            <Link href={crumb.href}>{crumb.label}</Link>
            <span className="separator" aria-hidden="true">
              /
            </span>
          </li>
        ))}
        <li className="breadcrumb-item active" aria-current="page">
          {props.current}
        </li>
      </ol>
    </nav>
  )
}
