import { Button } from '@officine/ui/button'
import { Field } from '@officine/ui/field'
import { useMutation } from '@tanstack/react-query'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage, useMessages } from '../language.tsx'
import { textOf } from '../text-of.ts'
import { useTRPC } from '../trpc.ts'
import { describeFamilyRefusal } from './describe-family-refusal.ts'
import type { Dependant } from './household.tsx'

type OnOne = { readonly personId: string; readonly dependant: Dependant }

/** A code to read out, with which the other parent answers too. */
export function ShareCode({ personId, dependant: { dependantId } }: OnOne) {
  const { language, messages } = useLanguage()
  const { household: words, kept } = messages
  const trpc = useTRPC()
  const share = useMutation(trpc.desk.shareDependant.mutationOptions())
  return (
    <>
      <p>{words.shareText}</p>
      {share.error && <FaultNotice error={share.error} />}
      <output className="d-block mb-3">
        {share.data && (
          <strong className="font-monospace fs-4">
            {words.code(share.data.code, share.data.expiresAtLabel)}
          </strong>
        )}
      </output>
      {share.data === undefined && (
        <Button
          workingLabel={share.isPending ? kept.working : undefined}
          onClick={() => share.mutate({ personId, dependantId, language })}
        >
          {words.share}
        </Button>
      )}
    </>
  )
}

/** Takes somebody off the list. */
export function RemoveDependant({
  personId,
  dependant: { dependantId },
  onDone,
}: OnOne & { readonly onDone: () => void }) {
  const { household: words, kept } = useMessages()
  const trpc = useTRPC()
  const remove = useMutation(
    trpc.desk.removeDependant.mutationOptions({
      onSuccess: (answer) => {
        if (answer.removed) onDone()
      },
    }),
  )
  return (
    <>
      <p>{words.removeText}</p>
      {remove.error && <FaultNotice error={remove.error} />}
      <output className="d-block fw-semibold mb-3">
        {remove.data?.removed === false && describeFamilyRefusal(remove.data.refusal, words)}
      </output>
      <Button
        look="danger"
        workingLabel={remove.isPending ? kept.working : undefined}
        onClick={() => remove.mutate({ personId, dependantId })}
      >
        {words.removeAction}
      </Button>
    </>
  )
}

/** The code that the other parent was given, said at the counter. */
export function JoinWithCode(props: { readonly personId: string; readonly onDone: (name: string) => void }) {
  const { household: words } = useMessages()
  const trpc = useTRPC()
  const join = useMutation(
    trpc.desk.joinDependant.mutationOptions({
      onSuccess: (answer) => {
        if (answer.joined) props.onDone(answer.givenName)
      },
    }),
  )
  const refused = join.data?.joined === false ? describeFamilyRefusal(join.data.refusal, words) : undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const code = textOf(new FormData(event.currentTarget), 'code')
        if (code !== '') join.mutate({ personId: props.personId, code })
      }}
    >
      {join.error && <FaultNotice error={join.error} />}
      <Field
        id="codice-genitore"
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        label={words.joinLabel}
        error={refused}
      />
      <Button type="submit" workingLabel={join.isPending ? words.saving : undefined}>
        {words.save}
      </Button>
    </form>
  )
}
