import { Button, type ButtonLook } from '@officine/ui/button'
import { Field } from '@officine/ui/field'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useMessages } from './language.tsx'
import { textOf } from './text-of.ts'

/** Shorter than this nobody would understand it in the log. The API refuses it too. */
export const shortestReason = 5

/** Asks why before something that is written down with its reason. What was typed stays, whatever the answer is. */
export function ReasonForm(props: {
  readonly label: string
  readonly hint: string
  readonly action: string
  readonly look?: ButtonLook
  /** Set while the answer is awaited. */
  readonly workingLabel?: string | undefined
  /** Something else is asked before the reason, and has the focus. */
  readonly leavesFocus?: boolean
  readonly onReason: (why: string) => void
  /** A second button, for who changes their mind. */
  readonly wayBack?: ReactNode
}) {
  const { reason: words } = useMessages()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [error, setError] = useState<string>()
  const { leavesFocus = false } = props
  useEffect(() => {
    if (!leavesFocus) form.current?.querySelector('input')?.focus()
  }, [leavesFocus])
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const why = textOf(new FormData(event.currentTarget), 'perche')
        const isShort = why.length < shortestReason
        setError(isShort ? words.tooShort : undefined)
        if (isShort) form.current?.querySelector('input')?.focus()
        else props.onReason(why)
      }}
    >
      <Field
        id={id}
        name="perche"
        label={props.label}
        hint={props.hint}
        error={error}
        maxLength={500}
        autoComplete="off"
      />
      <div className="d-flex flex-wrap gap-3">
        <Button type="submit" look={props.look ?? 'primary'} workingLabel={props.workingLabel}>
          {props.action}
        </Button>
        {props.wayBack}
      </div>
    </form>
  )
}
