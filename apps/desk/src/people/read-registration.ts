import type { FieldError } from '@officine/ui/error-summary'
import type { Messages } from '../messages/it.ts'
import { textOf } from '../text-of.ts'
import type { Outputs } from '../trpc.ts'

export type RegistrationRefusal = Extract<Outputs['desk']['registerPerson'], { registered: false }>['refusal']

/** What the API registers; blank fields are left out, so that it tells a missing contact from a wrong one. */
export type Registration = {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn?: string
  readonly phone?: string
  readonly email?: string
  readonly fiscalCode?: string
  readonly comesToDesk: boolean
  readonly isSomebodyElse?: boolean
  readonly noticeGiven: true
}

export const fieldIds = {
  givenName: 'nome',
  familyName: 'cognome',
  bornOn: 'nascita',
  phone: 'telefono',
  email: 'email',
  comesToDesk: 'passa-al-banco',
  fiscalCode: 'codice-fiscale',
  noticeGiven: 'informativa',
} as const

/** Reads the form: a registration that can be sent, or what is missing, field by field. */
export function readRegistration(
  typed: FormData,
  words: Messages['register'],
): { readonly registration: Registration } | { readonly errors: readonly FieldError[] } {
  const value = (name: string) => textOf(typed, name)
  const given = (name: 'bornOn' | 'phone' | 'email' | 'fiscalCode') => {
    const text = value(fieldIds[name])
    return text === '' ? {} : { [name]: text }
  }
  const givenName = value(fieldIds.givenName)
  const familyName = value(fieldIds.familyName)
  const comesToDesk = typed.has(fieldIds.comesToDesk)
  const canBeReached = comesToDesk || value(fieldIds.phone) !== '' || value(fieldIds.email) !== ''
  const errors = [
    givenName === '' ? [{ fieldId: fieldIds.givenName, message: words.noGivenName }] : [],
    familyName === '' ? [{ fieldId: fieldIds.familyName, message: words.noFamilyName }] : [],
    canBeReached ? [] : [{ fieldId: fieldIds.phone, message: words.noContact }],
    typed.has(fieldIds.noticeGiven) ? [] : [{ fieldId: fieldIds.noticeGiven, message: words.noNotice }],
  ].flat()
  if (errors.length > 0) return { errors }
  return {
    registration: {
      givenName,
      familyName,
      ...given('bornOn'),
      ...given('phone'),
      ...given('email'),
      ...given('fiscalCode'),
      comesToDesk,
      noticeGiven: true,
    },
  }
}

/** Which field to mend, and what to write in it. Somebody already known is not an error: it has a page of its own. */
export function describeRegistrationRefusal(
  refusal: Exclude<RegistrationRefusal, { reason: 'already-known' | 'looks-known' }>,
  words: Messages['register'],
): FieldError {
  switch (refusal.reason) {
    case 'no-contact':
      return { fieldId: fieldIds.phone, message: words.noContact }
    case 'bad-email':
      return { fieldId: fieldIds.email, message: words.badEmail }
    case 'bad-phone':
      return { fieldId: fieldIds.phone, message: words.badPhone }
    case 'bad-fiscal-code':
      return { fieldId: fieldIds.fiscalCode, message: words.badFiscalCode }
  }
}
