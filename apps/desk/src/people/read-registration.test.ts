import { expect, test } from 'vitest'
import { messages as italian } from '../messages/it.ts'
import { describeRegistrationRefusal, fieldIds, readRegistration } from './read-registration.ts'

const words = italian.register

function aForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const whole = { nome: ' Rosa ', cognome: 'Ferri', telefono: '0766 000110', informativa: 'on' }

test('blank fields are left out, and spaces around a name', () => {
  expect(readRegistration(aForm({ ...whole, email: '  ', nascita: '' }), words)).toEqual({
    registration: {
      givenName: 'Rosa',
      familyName: 'Ferri',
      phone: '0766 000110',
      comesToDesk: false,
      noticeGiven: true,
    },
  })
})

test('who has neither telephone nor e-mail can come by the counter', () => {
  const form = aForm({ nome: 'Rosa', cognome: 'Ferri', informativa: 'on', 'passa-al-banco': 'on' })
  expect(readRegistration(form, words)).toHaveProperty('registration.comesToDesk', true)
})

test.each([
  ['the name', { ...whole, nome: ' ' }, fieldIds.givenName],
  ['the surname', { ...whole, cognome: '' }, fieldIds.familyName],
  ['a way to be reached', { ...whole, telefono: '' }, fieldIds.phone],
])('without %s nobody is registered', (_what, fields, fieldId) => {
  expect(readRegistration(aForm(fields), words)).toHaveProperty('errors.0.fieldId', fieldId)
})

test('without the privacy notice nobody is registered', () => {
  const { informativa: _untold, ...fields } = whole
  expect(readRegistration(aForm(fields), words)).toEqual({
    errors: [{ fieldId: fieldIds.noticeGiven, message: words.noNotice }],
  })
})

test.each([
  ['no contact at all leads to the telephone', 'no-contact', fieldIds.phone],
  ['a wrong e-mail leads to the e-mail', 'bad-email', fieldIds.email],
  ['a wrong telephone leads to the telephone', 'bad-phone', fieldIds.phone],
  ['a wrong fiscal code leads to the fiscal code', 'bad-fiscal-code', fieldIds.fiscalCode],
] as const)('%s', (_what, reason, fieldId) => {
  expect(describeRegistrationRefusal({ reason }, words).fieldId).toBe(fieldId)
})
