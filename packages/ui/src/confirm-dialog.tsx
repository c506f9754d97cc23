import { type ReactNode, useEffect, useRef } from 'react'

/**
 * A question before something that cannot be undone. The browser's own dialog keeps the focus inside, closes on
 * Escape and gives the focus back to the button that opened it.
 */
export function ConfirmDialog(props: {
  readonly isOpen: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { isOpen, onClose } = props
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog ref={dialog} className="om-dialog" aria-labelledby="domanda" onClose={onClose}>
      <h2 id="domanda" className="h3">
        {props.title}
      </h2>
      {props.children}
      <div className="d-flex flex-wrap gap-3 mt-4">{props.actions}</div>
    </dialog>
  )
}
