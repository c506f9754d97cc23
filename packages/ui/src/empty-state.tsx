import type { ReactNode } from 'react'

/** Nothing here yet: says what will be, and the way to it. */
export function EmptyState(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="om-empty">
      <h2 className="h3">{props.title}</h2>
      {props.children}
    </div>
  )
}
