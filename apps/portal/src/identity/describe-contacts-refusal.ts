import type { FieldError } from '@officine/ui/error-summary'
import type { Messages } from '../messages/it.ts'
import type { Outputs } from '../trpc.ts'

export type ContactsRefusal = Extract<Outputs['identity']['saveContacts'], { saved: false }>['refusal']

export const fieldIds = { email: 'email', phone: 'telefono' } as const

/** Which field to mend, and what to write in it. */
export function describeContactsRefusal(refusal: ContactsRefusal, words: Messages['identity']): FieldError {
  switch (refusal.reason) {
    case 'no-contact':
      return { fieldId: fieldIds.email, message: words.noContact }
    case 'bad-email':
      return { fieldId: fieldIds.email, message: words.badEmail }
    case 'bad-phone':
      return { fieldId: fieldIds.phone, message: words.badPhone }
  }
}
