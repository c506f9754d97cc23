import { Button } from '@officine/ui/button'
import { ErrorSummary, type FieldError } from '@officine/ui/error-summary'
import { Notice } from '@officine/ui/notice'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { NamedPerson } from '../chosen-person.tsx'
import { FaultNotice } from '../fault-notice.tsx'
import { useLanguage } from '../language.tsx'
import { type Lookalike, LooksKnown } from './looks-known.tsx'
import { useTRPC } from '../trpc.ts'
import { describeRegistrationRefusal, type Registration, readRegistration } from './read-registration.ts'
import { RegistrationFields } from './registration-fields.tsx'

/** Registers who has no digital identity, at the counter or by telephone. What was typed stays, whatever the answer is. */
export function RegisterPerson(props: {
  readonly onRegistered: (person: NamedPerson) => void
  readonly onGiveUp: () => void
}) {
  const { language, messages } = useLanguage()
  const { register: words } = messages
  const trpc = useTRPC()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [known, setKnown] = useState<NamedPerson>()
  const [alike, setAlike] = useState<{
    readonly people: readonly Lookalike[]
    readonly registration: Registration
  }>()
  const register = useMutation(trpc.desk.registerPerson.mutationOptions())

  async function send(registration: Registration) {
    const name = `${registration.givenName} ${registration.familyName}`
    const decision = await register.mutateAsync({ ...registration, language })
    if (decision.registered) return props.onRegistered({ personId: decision.personId, name })
    const { refusal } = decision
    if (refusal.reason === 'already-known') setKnown({ personId: refusal.personId, name })
    else if (refusal.reason === 'looks-known') setAlike({ people: refusal.people, registration })
    else setErrors([describeRegistrationRefusal(refusal, words)])
  }

  return (
    <form
      className="om-register"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setKnown(undefined)
        setAlike(undefined)
        const read = readRegistration(new FormData(event.currentTarget), words)
        setErrors('errors' in read ? read.errors : [])
        // A failure is shown from the mutation's own state, below.
        if ('registration' in read) send(read.registration).catch(() => undefined)
      }}
    >
      <h3>{words.title}</h3>
      <ErrorSummary title={words.errors(errors.length)} errors={errors} />
      {register.error && <FaultNotice error={register.error} />}
      {known && (
        <Notice title={words.known} takesFocus>
          <p>{words.knownText}</p>
          <p>
            <Button onClick={() => props.onRegistered(known)}>{words.useKnown}</Button>
          </p>
        </Notice>
      )}
      {alike && (
        <LooksKnown
          people={alike.people}
          onKnown={props.onRegistered}
          onSomebodyElse={() => {
            setAlike(undefined)
            send({ ...alike.registration, isSomebodyElse: true }).catch(() => undefined)
          }}
        />
      )}
      <RegistrationFields errors={errors} />
      <div className="d-flex flex-wrap gap-3">
        <Button type="submit" workingLabel={register.isPending ? words.working : undefined}>
          {words.action}
        </Button>
        <Button look="outline" onClick={props.onGiveUp}>
          {words.giveUp}
        </Button>
      </div>
    </form>
  )
}
