import { Button } from '@officine/ui/button'
import { ErrorSummary } from '@officine/ui/error-summary'
import { Field } from '@officine/ui/field'
import { Notice } from '@officine/ui/notice'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLanguage } from '../language.tsx'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc.ts'
import { describeEraseRefusal } from './describe-erase-refusal.ts'

const fieldId = 'conferma-cancellazione'

/** The way out: what is erased, what stays and why, and a sentence to type so that nobody does it by mistake. */
export function EraseMyData() {
  const trpc = useTRPC()
  const { language, messages } = useLanguage()
  const { myData: words, identity, faults } = messages
  const erase = useMutation(trpc.privacy.erase.mutationOptions())
  const refusal = erase.data?.erased === false ? erase.data.refusal : undefined
  const message = refusal && describeEraseRefusal(refusal, words)
  const errors = useMemo(() => (message === undefined ? [] : [{ fieldId, message }]), [message])

  if (erase.data?.erased) {
    return (
      <Notice title={words.erased} takesFocus>
        <p>{words.erasedText(erase.data.cancelledBookings)}</p>
        <p>
          {/* A whole new load: nothing of this person stays in the memory of the page. */}
          <Button onClick={() => window.location.assign(paths.home())}>{faults.toHome}</Button>
        </p>
      </Notice>
    )
  }
  return (
    <section className="mb-5" aria-labelledby="cancella">
      <h2 id="cancella">{words.erase}</h2>
      <p>{words.eraseText}</p>
      <ul>
        {words.stays.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ErrorSummary title={identity.errors(errors.length)} errors={errors} />
      {erase.isError && (
        <Notice title={faults.title} takesFocus>
          <p>{words.failed}</p>
        </Notice>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget).get('confirmation')
          erase.mutate({ confirmation: typeof typed === 'string' ? typed : '', language })
        }}
      >
        <Field
          id={fieldId}
          name="confirmation"
          autoComplete="off"
          maxLength={100}
          label={words.eraseLabel(words.erasePhrase)}
          error={message}
        />
        <Button type="submit" look="danger" workingLabel={erase.isPending ? words.erasing : undefined}>
          {words.eraseYes}
        </Button>
      </form>
    </section>
  )
}
