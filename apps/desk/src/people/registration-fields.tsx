import type { FieldError } from '@officine/ui/error-summary'
import { Field } from '@officine/ui/field'
import { useMessages } from '../language.tsx'
import { paths } from '../paths.ts'
import { useTown } from '../town.ts'
import { fieldIds } from './read-registration.ts'

/** The fewest data that a place needs: a name and a way to be reached. The rest only if the person wants. */
export function RegistrationFields(props: { readonly errors: readonly FieldError[] }) {
  const { register: words } = useMessages()
  const town = useTown()
  const errorOf = (fieldId: string) => props.errors.find((error) => error.fieldId === fieldId)?.message
  const field = (name: 'givenName' | 'familyName' | 'bornOn' | 'phone' | 'email' | 'fiscalCode') => ({
    id: fieldIds[name],
    name: fieldIds[name],
    label: words.fields[name],
    error: errorOf(fieldIds[name]),
    // The browser of the counter must not suggest the last person's data to the next one.
    autoComplete: 'off',
  })
  const noticeError = errorOf(fieldIds.noticeGiven)
  return (
    <>
      <div className="om-two">
        <Field {...field('givenName')} required maxLength={200} />
        <Field {...field('familyName')} required maxLength={200} />
        <Field {...field('bornOn')} hint={words.optional} type="date" min="1900-01-01" />
        <Field
          {...field('fiscalCode')}
          hint={words.fiscalCodeHint}
          maxLength={32}
          autoCapitalize="characters"
          spellCheck={false}
        />
      </div>
      <fieldset className="mb-4">
        <legend className="om-group-title">{words.reach}</legend>
        <p className="small text-secondary">{words.reachNote}</p>
        <div className="om-two">
          <Field {...field('phone')} type="tel" maxLength={32} />
          <Field {...field('email')} type="email" maxLength={254} />
        </div>
        <div className="form-check">
          <input type="checkbox" id={fieldIds.comesToDesk} name={fieldIds.comesToDesk} />
          <label htmlFor={fieldIds.comesToDesk}>{words.comesToDesk}</label>
        </div>
      </fieldset>
      <div className={noticeError === undefined ? 'mb-4' : 'om-field-bad mb-4'}>
        {noticeError !== undefined && (
          <p className="om-msg" id="informativa-errore">
            {noticeError}
          </p>
        )}
        <div className="form-check">
          <input
            type="checkbox"
            id={fieldIds.noticeGiven}
            name={fieldIds.noticeGiven}
            aria-invalid={noticeError === undefined ? undefined : true}
            aria-describedby={noticeError === undefined ? undefined : 'informativa-errore'}
          />
          <label htmlFor={fieldIds.noticeGiven}>{words.notice(town.privacyNotice.version)}</label>
        </div>
        <a className="om-tap small" href={paths.privacy()} target="_blank" rel="noreferrer">
          {words.readNotice}
        </a>
      </div>
    </>
  )
}
