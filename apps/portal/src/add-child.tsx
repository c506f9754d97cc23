import { Button } from '@officine/ui/button'
import { ErrorSummary, type FieldError } from '@officine/ui/error-summary'
import { Notice } from '@officine/ui/notice'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ChildFields, missingInChild, readChild } from './child-fields.tsx'
import { describeChildRefusal } from './describe-child-refusal.ts'
import { useMessages } from './language.tsx'
import { useTRPC } from './trpc.ts'

/** A child in two fields: a name and a birth date. Everything else about them can wait for the family page. */
export function AddChild(props: {
  readonly onAdded: (dependantId: string) => Promise<void>
  readonly onCancel?: () => void
}) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { family: words, identity, faults } = useMessages()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const add = useMutation(
    trpc.dependants.add.mutationOptions({
      onSuccess: async (answer) => {
        if (!answer.added) return setErrors([describeChildRefusal(answer.refusal, words)])
        await queryClient.invalidateQueries(trpc.dependants.pathFilter())
        await props.onAdded(answer.dependantId)
      },
    }),
  )
  return (
    <form
      noValidate
      className="pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        const child = readChild(event.currentTarget)
        const missing = missingInChild(child, words)
        setErrors(missing)
        if (missing.length === 0) add.mutate({ givenName: child.givenName, bornOn: child.bornOn })
      }}
    >
      {props.onCancel && <p className="fw-semibold mb-2">{words.newChild}</p>}
      <ErrorSummary title={identity.errors(errors.length)} errors={errors} />
      {add.isError && (
        <Notice title={faults.title} takesFocus>
          <p>{identity.failed}</p>
        </Notice>
      )}
      <ChildFields errors={errors} />
      <div className="d-flex flex-wrap gap-3">
        <Button type="submit" look="outline" workingLabel={add.isPending ? identity.saving : undefined}>
          {words.add}
        </Button>
        {props.onCancel && (
          <Button look="link" onClick={props.onCancel}>
            {words.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
