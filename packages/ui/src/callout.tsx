import type { ReactNode } from 'react'

/** A sentence worth stopping for, in the flow of the page. */
export function Callout(props: { readonly children: ReactNode }) {
  return <div className="callout-om mb-4">{props.children}</div>
}
