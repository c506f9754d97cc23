import type { ReactNode } from 'react'

/** One choice of several, on a line of its own; a line that cannot be chosen says why in its note. */
export function CheckField(props: {
  readonly id: string
  readonly kind: 'checkbox' | 'radio'
  readonly name: string
  readonly label: ReactNode
  readonly note?: string | undefined
  readonly isChosen: boolean
  readonly isDisabled?: boolean
  readonly onChoose: (isChosen: boolean) => void
}) {
  return (
    <div className="form-check om-check">
      <input
        type={props.kind}
        id={props.id}
        name={props.name}
        checked={props.isChosen}
        disabled={props.isDisabled ?? false}
        aria-describedby={props.note === undefined ? undefined : `${props.id}-nota`}
        onChange={(press) => props.onChoose(press.currentTarget.checked)}
      />
      <label htmlFor={props.id}>{props.label}</label>
      {props.note !== undefined && (
        <p className="om-check-note" id={`${props.id}-nota`}>
          {props.note}
        </p>
      )}
    </div>
  )
}
