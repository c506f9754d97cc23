import { Button } from '@officine/ui/button'
import { Field } from '@officine/ui/field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import type { Messages } from '../messages/it.ts'
import { shortestReason } from '../reason-form.tsx'
import { textOf } from '../text-of.ts'
import { type Outputs, useTRPC } from '../trpc.ts'
import type { KnownPerson } from './known-person.ts'

type EraseRefusal = Extract<Outputs['desk']['erasePerson'], { erased: false }>['refusal']

/** Takes somebody out of the records because they ask for it here. */
export function EraseData(props: {
  readonly known: KnownPerson
  readonly onErased: (sentence: string) => void
}) {
  const { language, messages } = useLanguage()
  const { kept: words, reason } = messages
  const trpc = useTRPC()
  const [whyError, setWhyError] = useState<string>()
  const erase = useMutation(
    trpc.desk.erasePerson.mutationOptions({
      onSuccess: (answer) => {
        if (answer.erased) props.onErased(words.erased(answer.cancelledBookings))
      },
    }),
  )
  const refusal = erase.data?.erased === false ? erase.data.refusal : undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        const why = textOf(typed, 'perche')
        const isShort = why.length < shortestReason
        setWhyError(isShort ? reason.tooShort : undefined)
        const confirmation = textOf(typed, 'conferma')
        if (!isShort) erase.mutate({ personId: props.known.personId, why, confirmation, language })
      }}
    >
      <p>{words.eraseText}</p>
      {erase.error && <FaultNotice error={erase.error} />}
      <output className="d-block fw-semibold mb-2">
        {refusal && refusal.reason !== 'not-confirmed' && describeEraseRefusal(refusal, words)}
      </output>
      <Field
        id="cancella-perche"
        name="perche"
        label={words.why}
        hint={words.whyHint}
        error={whyError}
        maxLength={500}
        autoComplete="off"
      />
      <Field
        id="cancella-conferma"
        name="conferma"
        label={words.eraseLabel(words.phrase)}
        error={refusal?.reason === 'not-confirmed' ? describeEraseRefusal(refusal, words) : undefined}
        maxLength={100}
        autoComplete="off"
      />
      <Button type="submit" look="danger" workingLabel={erase.isPending ? words.working : undefined}>
        {words.erase}
      </Button>
    </form>
  )
}

/** Why nobody was erased. */
function describeEraseRefusal(refusal: EraseRefusal, words: Messages['kept']): string {
  switch (refusal.reason) {
    case 'not-confirmed':
      return words.notConfirmed(refusal.phrase)
    case 'holds-a-role':
      return words.holdsARole
    case 'is-inside':
      return words.isInside
  }
}
