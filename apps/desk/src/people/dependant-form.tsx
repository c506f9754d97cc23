import { Button } from '@officine/ui/button'
import { ErrorSummary, type FieldError } from '@officine/ui/error-summary'
import { Field } from '@officine/ui/field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useMessages } from '../language.tsx'
import { textOf } from '../text-of.ts'
import { useTRPC } from '../trpc.ts'
import { describeFamilyRefusal, type FamilyRefusal } from './describe-family-refusal.ts'
import type { Dependant } from './household.tsx'

const ids = { givenName: 'nucleo-nome', bornOn: 'nucleo-nascita' } as const

/** A name and a birth date, new or to correct, as the parent says them. */
export function DependantForm(props: {
  readonly personId: string
  readonly kind: Dependant['kind']
  readonly dependant?: Dependant
  readonly onDone: (name: string) => void
}) {
  const { household: words, register } = useMessages()
  const trpc = useTRPC()
  const { personId, kind, dependant } = props
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const refuse = (refusal: FamilyRefusal) =>
    setErrors([{ fieldId: ids.bornOn, message: describeFamilyRefusal(refusal, words) }])
  const add = useMutation(trpc.desk.addDependant.mutationOptions())
  const change = useMutation(trpc.desk.changeDependant.mutationOptions())
  const isWorking = add.isPending || change.isPending

  async function send(givenName: string, bornOn: string) {
    const said = { personId, givenName, bornOn }
    if (dependant === undefined) {
      const answer = await add.mutateAsync({ ...said, kind })
      if (!answer.added) return refuse(answer.refusal)
    } else {
      const answer = await change.mutateAsync({ ...said, dependantId: dependant.dependantId })
      if (!answer.changed) return refuse(answer.refusal)
    }
    props.onDone(givenName)
  }

  const errorOf = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        const [givenName, bornOn] = [textOf(typed, 'givenName'), textOf(typed, 'bornOn')]
        const missing = [
          givenName === '' ? [{ fieldId: ids.givenName, message: words.noName }] : [],
          /^(19|20)\d\d-\d\d-\d\d$/.test(bornOn) ? [] : [{ fieldId: ids.bornOn, message: words.noBirthDate }],
        ].flat()
        setErrors(missing)
        // A failure is shown from the mutation's own state.
        if (missing.length === 0) send(givenName, bornOn).catch(() => undefined)
      }}
    >
      <ErrorSummary title={register.errors(errors.length)} errors={errors} />
      {(add.error ?? change.error) && <FaultNotice error={add.error ?? change.error} />}
      <Field
        id={ids.givenName}
        name="givenName"
        autoComplete="off"
        maxLength={200}
        label={words.givenName}
        defaultValue={dependant?.givenName}
        error={errorOf(ids.givenName)}
      />
      <Field
        id={ids.bornOn}
        name="bornOn"
        type="date"
        autoComplete="off"
        label={words.bornOn}
        defaultValue={dependant?.bornOn}
        error={errorOf(ids.bornOn)}
      />
      <Button type="submit" workingLabel={isWorking ? words.saving : undefined}>
        {words.save}
      </Button>
    </form>
  )
}
