import { Button, ButtonLink } from '@officine/ui/button'
import { useEffect, useRef } from 'react'
import { checkInFieldId } from '../desk-focus.ts'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'

/** Code, QR or name: a scanner types into it as a person does. It has the focus when the page opens. */
export function CheckInField(props: {
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onSubmit: () => void
  readonly onDown: () => void
  readonly isWorking: boolean
}) {
  const { checkIn: words } = useMessages()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  return (
    <search>
      <form
        className="om-checkin"
        onSubmit={(event) => {
          event.preventDefault()
          field.current?.select()
          props.onSubmit()
        }}
      >
        <div>
          <label className="form-label-om" htmlFor={checkInFieldId}>
            {words.label}
          </label>
          <input
            ref={field}
            className="form-control font-monospace"
            id={checkInFieldId}
            type="text"
            value={props.typed}
            maxLength={80}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="go"
            onChange={(change) => props.onType(change.currentTarget.value)}
            onKeyDown={(press) => {
              if (press.key !== 'ArrowDown') return
              press.preventDefault()
              props.onDown()
            }}
          />
        </div>
        <Button type="submit" workingLabel={props.isWorking ? words.working : undefined}>
          {words.submit}
        </Button>
        <ButtonLink look="outline" href={paths.newBooking()}>
          {words.walkIn}
        </ButtonLink>
      </form>
    </search>
  )
}
