import type { ReactNode } from 'react'

/** What is true now, first line of a page: a full dot when it is open, an empty one when it is not, always with words. */
export function StatusLine(props: { readonly isOpen: boolean; readonly children: ReactNode }) {
  return <p className={props.isOpen ? 'om-status mb-4' : 'om-status om-status-shut mb-4'}>{props.children}</p>
}
