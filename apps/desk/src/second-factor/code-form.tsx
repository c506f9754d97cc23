import { Button } from '@officine/ui/button'
import { Field } from '@officine/ui/field'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useMessages } from '../language.tsx'
import { textOf } from '../text-of.ts'

/** One field for a code. After a refusal the focus is back in it and what was typed is chosen, to be typed over. */
export function CodeForm(props: {
  readonly kind: 'phone' | 'recovery'
  readonly action: string
  readonly error: string | undefined
  readonly isWorking: boolean
  readonly takesFocus?: boolean
  readonly onCode: (code: string) => void
  readonly children?: ReactNode
}) {
  const { secondFactor: words } = useMessages()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const { error, kind, isWorking, takesFocus = true } = props
  useEffect(() => {
    const field = form.current?.querySelector('input')
    if (error === undefined ? !takesFocus : isWorking) return
    field?.focus()
    field?.select()
  }, [error, isWorking, takesFocus])
  const isPhone = kind === 'phone'
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWorking) props.onCode(textOf(new FormData(event.currentTarget), 'codice'))
      }}
    >
      <Field
        key={kind}
        id={id}
        name="codice"
        label={isPhone ? words.code : words.recovery}
        hint={isPhone ? words.codeHint : words.recoveryHint}
        error={error}
        inputMode={isPhone ? 'numeric' : 'text'}
        autoComplete={isPhone ? 'one-time-code' : 'off'}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
      />
      <div className="d-flex flex-wrap gap-3">
        <Button type="submit" workingLabel={isWorking ? words.working : undefined}>
          {props.action}
        </Button>
        {props.children}
      </div>
    </form>
  )
}
