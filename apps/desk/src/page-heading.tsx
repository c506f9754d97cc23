import { type ReactNode, useEffect, useRef } from 'react'
import { useTown } from './town.ts'

/** The heading of a page. It takes the focus when the page is reached from another one, so a screen reader starts there. */
export function PageHeading(props: {
  readonly title: string
  /** Set where another field of the page takes the focus instead. */
  readonly leavesFocus?: boolean
  readonly children?: ReactNode
}) {
  const town = useTown()
  const heading = useRef<HTMLHeadingElement>(null)
  const { title, leavesFocus = false } = props
  useEffect(() => {
    document.title = `${title} - ${town.name}`
  }, [title, town])
  useEffect(() => {
    // The first page of a visit leaves the focus where the browser put it.
    if (visitedPages > 0 && !leavesFocus) heading.current?.focus({ preventScroll: true })
    visitedPages += 1
  }, [leavesFocus])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {props.children ?? title}
    </h1>
  )
}

let visitedPages = 0
