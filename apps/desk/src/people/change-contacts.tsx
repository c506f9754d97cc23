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
import type { KnownPerson } from './known-person.ts'

type ContactsRefusal = Extract<Outputs['desk']['changeContacts'], { changed: false }>['refusal']

const ids = { phone: 'contatti-telefono', email: 'contatti-email' } as const

/** How somebody wants to be reached, as they say it at the counter. */
export function ChangeContacts(props: {
  readonly known: KnownPerson
  readonly onDone: (sentence: string, known: KnownPerson) => void
}) {
  const { kept: words, register } = useMessages()
  const trpc = useTRPC()
  const { personId, phone, email } = props.known
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const change = useMutation(
    trpc.desk.changeContacts.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.changed) return setErrors([describeContactsRefusal(answer.refusal, words, register)])
        const isAsked = answer.asksVerification && answer.email !== undefined
        const asked = isAsked ? words.contactsAsked(answer.email ?? '') : words.contactsSaved
        const { phone: _phone, email: _email, emailState: before, ...rest } = props.known
        const state = answer.email === email ? before : 'unverified'
        props.onDone(asked, {
          ...rest,
          ...(answer.phone !== undefined && { phone: answer.phone }),
          ...(answer.email !== undefined && { email: answer.email }),
          ...(answer.email !== undefined && state !== undefined && { emailState: state }),
        })
      },
    }),
  )
  const errorOf = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        setErrors([])
        change.mutate({
          personId,
          phone: textOf(typed, 'telefono'),
          email: textOf(typed, 'email'),
          comesToDesk: typed.has('passa'),
        })
      }}
    >
      <p>{words.contactsText}</p>
      <ErrorSummary title={register.errors(errors.length)} errors={errors} />
      {change.error && <FaultNotice error={change.error} />}
      <Field
        id={ids.phone}
        name="telefono"
        type="tel"
        autoComplete="off"
        maxLength={32}
        label={register.fields.phone}
        defaultValue={phone}
        error={errorOf(ids.phone)}
      />
      <Field
        id={ids.email}
        name="email"
        type="email"
        autoComplete="off"
        maxLength={254}
        label={register.fields.email}
        defaultValue={email}
        error={errorOf(ids.email)}
      />
      <div className="form-check mb-3">
        <input type="checkbox" id="contatti-passa" name="passa" />
        <label htmlFor="contatti-passa">{words.comesToDesk}</label>
      </div>
      <Button type="submit" workingLabel={change.isPending ? words.saving : undefined}>
        {words.save}
      </Button>
    </form>
  )
}

function describeContactsRefusal(
  { reason }: ContactsRefusal,
  words: Messages['kept'],
  register: Messages['register'],
): FieldError {
  switch (reason) {
    case 'no-contact':
      return { fieldId: ids.phone, message: register.noContact }
    case 'bad-phone':
      return { fieldId: ids.phone, message: register.badPhone }
    case 'bad-email':
      return { fieldId: ids.email, message: register.badEmail }
    case 'phone-preferred':
      return { fieldId: ids.phone, message: words.phonePreferred }
  }
}
