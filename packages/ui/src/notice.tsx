import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Something happened that the person must read before going on: announced at once, and given the focus when
 * `takesFocus` is set, so that the keyboard starts from the answer.
 */
export function Notice(props: {
  readonly title: string
  readonly takesFocus?: boolean
  readonly children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const takesFocus = props.takesFocus ?? false
  useEffect(() => {
    if (takesFocus) box.current?.focus()
  }, [takesFocus])
  return (
    <div ref={box} className="om-notice mb-4" role="alert" tabIndex={-1}>
      <h2 className="h3">{props.title}</h2>
      {props.children}
    </div>
  )
}
