import { type ReactNode, useEffect, useId, useRef } from 'react'

/**
 * Something to read or to do over the page, any number to a page. The browser's own dialog keeps the focus inside,
 * closes on Escape and gives the focus back to what opened it.
 */
export function Dialog(props: {
  readonly isOpen: boolean
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { isOpen, onClose } = props
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog ref={dialog} className="om-dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId} className="h3">
        {props.title}
      </h2>
      {props.children}
      <form method="dialog" className="mt-3">
        <button type="submit" className="btn btn-link btn-sm">
          {props.closeLabel}
        </button>
      </form>
    </dialog>
  )
}
