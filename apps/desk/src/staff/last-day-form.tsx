import { Button } from '@officine/ui/button'
import { Field } from '@officine/ui/field'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useMessages } from '../language.tsx'
import { isDay } from '../paths.ts'
import { textOf } from '../text-of.ts'
import type { StaffList } from './member.ts'

/** Asks for the last day of a role. What was typed stays, whatever the answer is. */
export function LastDayForm(props: {
  readonly day: string
  readonly list: StaffList
  readonly action: string
  readonly workingLabel: string | undefined
  readonly refusal: string | undefined
  readonly onDay: (day: string) => void
  /** Before the day: what else is asked. */
  readonly children?: ReactNode
  /** After the button: a way back. */
  readonly wayBack?: ReactNode
}) {
  const { staff: words } = useMessages()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [hasNoDay, setHasNoDay] = useState(false)
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const day = textOf(new FormData(event.currentTarget), 'fine')
        setHasNoDay(!isDay(day))
        if (isDay(day)) props.onDay(day)
        else form.current?.querySelector<HTMLInputElement>('input[type=date]')?.focus()
      }}
    >
      {props.children}
      <Field
        id={id}
        name="fine"
        type="date"
        label={words.lastDay}
        hint={words.lastDayHint}
        error={hasNoDay ? words.noDay : undefined}
        defaultValue={props.day}
        min={props.list.today}
        max={props.list.latestDay}
      />
      <output className="d-block fw-semibold mb-2">{hasNoDay ? '' : (props.refusal ?? '')}</output>
      <div className="d-flex flex-wrap gap-3">
        <Button type="submit" workingLabel={props.workingLabel}>
          {props.action}
        </Button>
        {props.wayBack}
      </div>
    </form>
  )
}
