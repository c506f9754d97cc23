import { Breadcrumb, type Crumb } from '@officine/ui/breadcrumb'
import { type ReactNode, useEffect, useRef } from 'react'
import { useMessages } from './language.tsx'
import { paths } from './paths.ts'
import { useTown } from './town.ts'

/** A page below the home: its way back, its heading, its title in the browser. */
export function Page(props: {
  readonly title: string
  readonly above?: readonly Crumb[]
  readonly children: ReactNode
}) {
  const { shell } = useMessages()
  return (
    <div className="container pb-5">
      <Breadcrumb
        label={shell.breadcrumb}
        above={[{ label: shell.home, href: paths.home() }, ...(props.above ?? [])]}
        current={props.title}
      />
      <div className="pt-4">{props.children}</div>
    </div>
  )
}

/** The heading of a page. It takes the focus when the page is reached from another one, so a screen reader starts there. */
export function PageHeading(props: { readonly title: string; readonly children?: ReactNode }) {
  const town = useTown()
  const heading = useRef<HTMLHeadingElement>(null)
  const { title } = props
  useEffect(() => {
    document.title = `${title} - ${town.portal.officeName}, ${town.name}`
    // The first page of a visit leaves the focus where the browser put it.
    if (visitedPages > 0) heading.current?.focus({ preventScroll: true })
    visitedPages += 1
  }, [title, town])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {props.children ?? title}
    </h1>
  )
}

let visitedPages = 0
