import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const file = calendarFile(
  {
    uid: 'b1',
    day: '2026-11-25',
    from: '09:00',
    to: '14:00',
    title: 'Posto 5, Officina Municipale',
    place: 'Palazzo della Reverenda Camera Apostolica, ultimo piano; Piazza della Repubblica, Allumiere',
    note: 'Codice K7QM-3XWP',
  },
  new Date('2026-11-24T08:41:00.123Z'),
)

test('the appointment is in the clock of Rome', () => {
  expect(file).toContain('DTSTART;TZID=Europe/Rome:20261125T090000\r\n')
  expect(file).toContain('DTEND;TZID=Europe/Rome:20261125T140000\r\n')
  expect(file).toContain('DTSTAMP:20261124T084100Z\r\n')
})

test('commas and semicolons in a name do not split it', () => {
  expect(file).toContain('SUMMARY:Posto 5\\, Officina Municipale')
})

test('no line is longer than 75 octets', () => {
  const lengths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75)
})
