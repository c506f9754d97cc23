import { Button } from '@officine/ui/button'
import { ErrorSummary, type FieldError } from '@officine/ui/error-summary'
import { Field } from '@officine/ui/field'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../language.tsx'
import { useTRPC } from '../trpc.ts'
import { describeJoinRefusal } from './describe-join-refusal.ts'

const fieldId = 'codice-bambino'

/** The other parent's half: with the code they were told, the child is theirs to bring and to look after too. */
export function JoinChild() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { family: words, identity } = useMessages()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const fail = (message: string) => setErrors([{ fieldId, message }])
  const join = useMutation(
    trpc.dependants.join.mutationOptions({
      onSuccess: async (answer) => {
        if (!answer.joined) return fail(describeJoinRefusal(answer.refusal, words))
        await queryClient.invalidateQueries(trpc.dependants.pathFilter())
      },
      onError: () => fail(words.failed),
    }),
  )
  return (
    <section aria-labelledby="altro-genitore">
      <h2 id="altro-genitore">{words.join}</h2>
      <p>{words.joinText}</p>
      <ErrorSummary title={identity.errors(errors.length)} errors={errors} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setErrors([])
          const typed = new FormData(event.currentTarget).get('code')
          const code = typeof typed === 'string' ? typed.trim() : ''
          if (code === '') fail(words.noCode)
          else join.mutate({ code })
        }}
      >
        <Field
          id={fieldId}
          name="code"
          autoComplete="off"
          maxLength={20}
          label={words.code}
          hint={words.codeHint}
          error={errors[0]?.message}
        />
        <Button type="submit" look="outline" workingLabel={join.isPending ? words.preparing : undefined}>
          {words.joinYes}
        </Button>
        <output className="d-block my-3 fw-semibold">
          {join.data?.joined ? words.joined(join.data.givenName) : ''}
        </output>
      </form>
    </section>
  )
}
