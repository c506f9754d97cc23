import type { ReactNode } from 'react'

export type Fact = { readonly term: string; readonly detail: ReactNode }

/** A short list of what is known: term above, fact below. */
export function Facts(props: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="om-facts mb-3">
      {props.facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd className="text-break">{fact.detail}</dd>
        </div>
      ))}
    </dl>
  )
}
