import type { FieldError } from '@officine/ui/error-summary'
import { Field } from '@officine/ui/field'
import { useMessages } from '../language.tsx'
import type { Citizen } from '../town.ts'
import { fieldIds } from './describe-contacts-refusal.ts'

/** E-mail and telephone; the values stay in the fields whatever the answer is. */
export function ContactsFields(props: { readonly me: Citizen; readonly errors: readonly FieldError[] }) {
  const { identity: words } = useMessages()
  const errorOf = (fieldId: string) => props.errors.find((error) => error.fieldId === fieldId)?.message
  return (
    <fieldset>
      <legend>{words.reach}</legend>
      <p className="text-secondary">{words.reachNote}</p>
      <Field
        id={fieldIds.email}
        name="email"
        type="email"
        autoComplete="email"
        label={words.email}
        hint={words.emailHint}
        error={errorOf(fieldIds.email)}
        defaultValue={props.me.email}
      />
      <Field
        id={fieldIds.phone}
        name="phone"
        type="tel"
        autoComplete="tel"
        label={words.phone}
        hint={words.phoneHint}
        error={errorOf(fieldIds.phone)}
        defaultValue={props.me.phone}
      />
    </fieldset>
  )
}

/** What was typed, with empty fields left out: the API tells a missing contact from a wrong one. */
export function readContacts(form: HTMLFormElement): { email?: string; phone?: string } {
  const typed = new FormData(form)
  const email = textOf(typed.get('email'))
  const phone = textOf(typed.get('phone'))
  return { ...(email ? { email } : {}), ...(phone ? { phone } : {}) }
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : ''
}
