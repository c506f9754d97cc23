import { expect, test } from 'vitest'
import { messages } from '../messages/it.ts'
import { linesOf } from './lines-of.ts'

test('every value of an export stands on the paper in words and on the clocks of Rome; what is not known leaves no empty line', () => {
  const data = {
    person: { givenName: 'Rosa', phone: null, madeAtCounter: true, createdAt: '2026-07-01T08:05:00.000Z' },
    bookings: [{ code: 'K7QM3XWP', slots: 2 }, { code: 'A1B2C3D4' }],
    calls: [],
    addedLater: 'x',
  }
  const { paperFields: fields, paperAnswers: answers } = messages.kept
  expect(linesOf(data, { fields, answers, locale: 'it' })).toEqual([
    { name: 'Persona nome', value: 'Rosa' },
    { name: 'Persona registrazione al banco', value: 'sì' },
    { name: 'Persona registrata', value: '1 luglio 2026 alle ore 10:05' },
    { name: 'Prenotazione 1 codice', value: 'K7QM3XWP' },
    { name: 'Prenotazione 1 slots', value: '2' },
    { name: 'Prenotazione 2 codice', value: 'A1B2C3D4' },
    { name: 'addedLater', value: 'x' },
  ])
})
