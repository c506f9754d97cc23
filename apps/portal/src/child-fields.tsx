import type { FieldError } from '@officine/ui/error-summary'
import { Field } from '@officine/ui/field'
import { childFieldIds } from './describe-child-refusal.ts'
import { useMessages } from './language.tsx'
import type { Messages } from './messages/it.ts'

export type TypedChild = { readonly givenName: string; readonly bornOn: string }

/** The name and the birth date of a child. */
export function ChildFields(props: {
  readonly errors: readonly FieldError[]
  readonly child?: TypedChild | undefined
}) {
  const { family: words } = useMessages()
  const errorOf = (fieldId: string) => props.errors.find((error) => error.fieldId === fieldId)?.message
  return (
    <>
      <Field
        id={childFieldIds.givenName}
        name="givenName"
        autoComplete="off"
        maxLength={100}
        label={words.givenName}
        error={errorOf(childFieldIds.givenName)}
        defaultValue={props.child?.givenName}
      />
      <Field
        id={childFieldIds.bornOn}
        name="bornOn"
        type="date"
        autoComplete="off"
        label={words.bornOn}
        error={errorOf(childFieldIds.bornOn)}
        defaultValue={props.child?.bornOn}
      />
    </>
  )
}

/** What was typed, with the spaces around it taken away. */
export function readChild(form: HTMLFormElement): TypedChild {
  const typed = new FormData(form)
  const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.trim() : '')
  return { givenName: textOf(typed.get('givenName')), bornOn: textOf(typed.get('bornOn')) }
}

/** What is still to be written before anybody is asked. */
export function missingInChild(child: TypedChild, words: Messages['family']): readonly FieldError[] {
  return [
    ...(child.givenName === '' ? [{ fieldId: childFieldIds.givenName, message: words.noName }] : []),
    ...(/^(19|20)\d\d-\d\d-\d\d$/.test(child.bornOn)
      ? []
      : [{ fieldId: childFieldIds.bornOn, message: words.noBirthDate }]),
  ]
}
