import { useEffect, useRef } from 'react'
import { useMessages } from './language.tsx'

/** The heading of a page. It takes the focus when the page is reached from another one, so a screen reader starts there. */
export function PageHeading(props: { readonly title: string }) {
  const { shell } = useMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  const { title } = props
  useEffect(() => {
    document.title = `${title} - ${shell.brand}, ${shell.owner}`
    // The first page of a visit leaves the focus where the browser put it.
    if (visitedPages > 0) heading.current?.focus({ preventScroll: true })
    visitedPages += 1
  }, [title, shell])
  return (
    <h1 ref={heading} tabIndex={-1} className="mb-2">
      {title}
    </h1>
  )
}

let visitedPages = 0
