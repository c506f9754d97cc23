import type { ReactNode } from 'react'
import { type Fact, Facts } from './facts.tsx'

/** The choice so far, beside the form on a wide screen. It says that nothing is booked yet. */
export function SummaryAside(props: {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly action: ReactNode
  readonly note: ReactNode
}) {
  return (
    <aside className="om-aside om-aside-wide" aria-labelledby="la-scelta">
      <h2 id="la-scelta" className="h3">
        {props.title}
      </h2>
      <Facts facts={props.facts} />
      {props.action}
      <p className="small text-secondary mt-3 mb-0">{props.note}</p>
    </aside>
  )
}

/** The same choice under 992 px: two lines and the button, at the bottom of the screen. */
export function SummaryBar(props: {
  readonly label: string
  readonly first: string
  readonly second: string
  readonly action: ReactNode
}) {
  return (
    <section className="om-bar" aria-label={props.label}>
      <div>
        <strong>{props.first}</strong>
        <br />
        <span className="small text-secondary">{props.second}</span>
      </div>
      {props.action}
    </section>
  )
}
