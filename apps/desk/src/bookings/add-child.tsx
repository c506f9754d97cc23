import { Button } from '@officine/ui/button'
import { ErrorSummary, type FieldError } from '@officine/ui/error-summary'
import { Field } from '@officine/ui/field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { textOf } from '../text-of.ts'
import { type Outputs, useTRPC } from '../trpc.ts'

type ChildRefusal = Extract<Outputs['desk']['addDependant'], { added: false }>['refusal']

const ids = { givenName: 'nome-bambino', bornOn: 'nato-il' } as const

/** A child in two fields: a name and a birth date, as the parent says them. */
export function AddChild(props: {
  readonly personId: string
  readonly onAdded: (dependantId: string) => Promise<void>
  readonly onCancel?: () => void
}) {
  const { along: words, register } = useMessages()
  const trpc = useTRPC()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const add = useMutation(
    trpc.desk.addDependant.mutationOptions({
      onSuccess: (answer) =>
        answer.added
          ? props.onAdded(answer.dependantId)
          : setErrors([describeChildRefusal(answer.refusal, words)]),
    }),
  )
  const errorOf = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message
  return (
    <form
      noValidate
      className="pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        const [givenName, bornOn] = [textOf(typed, 'givenName'), textOf(typed, 'bornOn')]
        const missing = missingInChild(givenName, bornOn, words)
        setErrors(missing)
        if (missing.length === 0) add.mutate({ personId: props.personId, givenName, bornOn })
      }}
    >
      <ErrorSummary title={register.errors(errors.length)} errors={errors} />
      {add.error && <FaultNotice error={add.error} />}
      <Field
        id={ids.givenName}
        name="givenName"
        autoComplete="off"
        maxLength={100}
        label={words.childName}
        error={errorOf(ids.givenName)}
      />
      <Field
        id={ids.bornOn}
        name="bornOn"
        type="date"
        autoComplete="off"
        label={words.childBornOn}
        error={errorOf(ids.bornOn)}
      />
      <div className="d-flex flex-wrap gap-3">
        <Button type="submit" look="outline" workingLabel={add.isPending ? register.working : undefined}>
          {words.addChild}
        </Button>
        {props.onCancel && (
          <Button look="link" onClick={props.onCancel}>
            {register.giveUp}
          </Button>
        )}
      </div>
    </form>
  )
}

function missingInChild(givenName: string, bornOn: string, words: Messages['along']): readonly FieldError[] {
  return [
    ...(givenName === '' ? [{ fieldId: ids.givenName, message: words.noChildName }] : []),
    ...(/^(19|20)\d\d-\d\d-\d\d$/.test(bornOn) ? [] : [{ fieldId: ids.bornOn, message: words.noBirthDate }]),
  ]
}

/** Which field to mend, and what to write in it. */
function describeChildRefusal(refusal: ChildRefusal, words: Messages['along']): FieldError {
  switch (refusal.reason) {
    case 'not-a-child':
      return { fieldId: ids.bornOn, message: words.notAChild }
    case 'not-an-adult':
      return { fieldId: ids.bornOn, message: words.notAnAdult }
    case 'born-in-the-future':
      return { fieldId: ids.bornOn, message: words.bornInTheFuture }
    case 'too-many':
      return { fieldId: ids.givenName, message: words.tooMany(refusal.max) }
  }
}
