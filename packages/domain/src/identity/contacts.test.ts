import { describe, expect, test } from 'vitest'
import { decideContacts, findEmail, findPhone } from './contacts.ts'

describe('contacts', () => {
  test('are kept when one of the two is given', () => {
    expect(decideContacts({ email: ' anna@Example.IT ' })).toEqual({
      kept: true,
      contacts: { email: 'anna@example.it', phone: null },
    })
    expect(decideContacts({ phone: '347 123 4567', email: '' })).toEqual({
      kept: true,
      contacts: { email: null, phone: '+393471234567' },
    })
  })

  test.each([
    ['when neither is given', {}, 'no-contact'],
    ['when both are blank', { email: ' ', phone: '' }, 'no-contact'],
    [
      'when the address is not one, although the number is',
      { email: 'anna@', phone: '3471234567' },
      'bad-email',
    ],
    [
      'when the number is not one, although the address is',
      { email: 'anna@example.it', phone: '12' },
      'bad-phone',
    ],
  ] as const)('are refused %s', (_when, typed, reason) => {
    expect(decideContacts(typed)).toEqual({ kept: false, refusal: { reason } })
  })
})

test.each([
  ['anna.bianchi+officina@posta.example.it', 'anna.bianchi+officina@posta.example.it'],
  ["o'brien@example.ie", "o'brien@example.ie"],
  ['niccolò@città.example', 'niccolò@città.example'],
  ['Anna@EXAMPLE.it', 'Anna@example.it'],
])('mail can be sent to %s', (text, address) => {
  expect(findEmail(text)).toBe(address)
})

test.each([
  'anna',
  '@example.it',
  'anna@example',
  'anna@@example.it',
  'anna bianchi@example.it',
  'anna@example..it',
  '.anna@example.it',
  'anna@-example.it',
  'anna@example.it\nbcc: all@example.it',
  `${'a'.repeat(65)}@example.it`,
  `a@${'b'.repeat(60)}.${'c.'.repeat(100)}it`,
  '<anna@example.it>',
])('mail cannot be sent to %j', (text) => {
  expect(findEmail(text)).toBeUndefined()
})

test.each([
  ['a mobile', '347 123 4567', '+393471234567'],
  ['a landline with its zero', '0776/123.456', '+390776123456'],
  ['a number with the Italian prefix', '+39 06 1234567', '+39061234567'],
  ['a prefix written with two zeros', '0039 347-1234567', '+393471234567'],
  ['a foreign number', '+40 721 234 567', '+40721234567'],
])('%s can be dialled', (_what, text, number) => {
  expect(findPhone(text)).toBe(number)
})

test.each(['12', '1234567890', '+39 1234', '+0 123 456 789', '347123456789012', '347-CASA', ''])(
  '%j cannot be dialled',
  (text) => {
    expect(findPhone(text)).toBeUndefined()
  },
)
